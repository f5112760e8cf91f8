searchPlans = ["双城", "双辽"];
