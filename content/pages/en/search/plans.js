searchPlans = ["Shuangcheng", "Shuangliao"];
