searchPlans = ["双城", "双辽"];
searchExamples = ["粮食与耕地", "35平方公里", "双辽 双山镇"];
