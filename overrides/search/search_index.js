var __index = {"config":{"lang":["en"],"separator":"[\\s]+","pipeline":[]},"docs":[]}
