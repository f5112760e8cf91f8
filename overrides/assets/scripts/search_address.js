/* The theme opens its own list where the address says “?q=”. The page of results takes the query first and puts it back (search_page.js). */
window.planReaderAsked = location.search
try { history.replaceState(history.state, "", location.pathname) } catch (error) { /* not from every disk */ }
