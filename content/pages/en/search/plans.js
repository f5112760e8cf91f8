searchPlans = ["Shuangcheng", "Shuangliao"];
searchExamples = ["Grain and farmland", "Food processing", "Shuangliao Farm produce quality and brands"];
