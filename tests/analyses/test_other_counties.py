"""Sentences of invented banners, ports, glacier counties, special plans and work reports, in words that the two plans
here do not use.

Each says what must come out of it. They were written before the rules were tuned to anything.
"""

from __future__ import annotations

import pytest

from build_tools.analyses.projects import find_projects
from build_tools.analyses.targets import read_targets
from build_tools.model.outline import Block, Unit
from build_tools.model.text import Text

PERIOD = (2026, 2030)
TOWNS = "辖白音镇、敖包苏木、石湾镇、金滩乡和冰沟镇。在白音镇、敖包苏木、石湾镇、金滩乡、冰沟镇设点。"


def units_and_blocks(text: str, title: str, kind: str):
    units = (Unit("p/01", "chapter", Text.at("第一章", 0), Text.at(title, 3), 1),)
    blocks = (
        Block("p/01#1", "p/01", "note", Text.at(TOWNS, 0), (1, 1)),
        Block("p/01#2", "p/01", kind, Text.at(text, 0), (1, 1)),
    )
    return units, blocks


def targets_in(text: str, title: str = "主要任务", kind: str = "paragraph", period=PERIOD):
    return read_targets("p", period, *units_and_blocks(text, title, kind), [0], "白音旗")


def projects_in(text: str, kind: str = "paragraph"):
    units, blocks = units_and_blocks(text, "主要任务", kind)
    return find_projects("p", units, blocks, [0], "白音旗")


# (sentence, [(value, unit, per, words that subject and context hold together)])
UNDERTAKEN = [
    # banners: pastures, herds, mines
    ("到2030年，全旗牲畜存栏稳定在180万头只，优质饲草种植面积达到22万亩。", [("180", "万头只", "", "全旗 牲畜存栏"), ("22", "万亩", "", "饲草种植面积")]),
    ("每年治理退化草原35万亩，五年累计治理175万亩。", [("35", "万亩", "每年", "退化草原"), ("175", "万亩", "", "退化草原 累计")]),
    ("每个嘎查至少建成1处标准化饲草料储备点。", [("1", "处", "每个嘎查", "饲草料储备点")]),
    ("在白音镇、冰沟镇、石湾镇各建1座牲畜交易市场。", [("1", "座", "每个镇（白音镇、冰沟镇、石湾镇）", "牲畜交易市场")]),
    ("原煤产量控制在4500万吨以内，绿色矿山建成率达到95%以上。", [("4500", "万吨", "", "原煤产量"), ("95", "%", "", "绿色矿山建成率")]),
    ("吨煤综合能耗较2025年下降6%，矿井水综合利用率提高到88%。", [("6", "%", "", "吨煤综合能耗 降幅"), ("88", "%", "", "矿井水综合利用率")]),
    ("牧区人均可支配收入达到3.6万元，户均牲畜保有量不低于120头。", [("3.6", "万元", "每人", "牧区 可支配收入"), ("120", "头", "每户", "牲畜保有量")]),
    ("肉羊、肉牛出栏量分别达到130万只、9万头。", [("130", "万只", "", "肉羊出栏量"), ("9", "万头", "", "肉牛出栏量")]),
    # ports, fisheries
    ("港口货物吞吐量突破8600万吨，集装箱吞吐量年均增长9%。", [("8600", "万吨", "", "货物吞吐量"), ("9", "%", "年均", "集装箱吞吐量 增速")]),
    ("新增万吨级泊位四座、5万吨级泊位2个。", [("四", "座", "", "万吨级泊位"), ("2", "个", "", "泊位")]),
    ("船舶平均在港时间缩短四成。", [("四成", "", "", "在港时间")]),
    ("深远海养殖网箱发展到65个，年产海参1.2万吨。", [("65", "个", "", "网箱"), ("1.2", "万吨", "每年", "海参")]),
    ("近岸海域优良水质比例保持90%以上，自然岸线保有率不低于35%。", [("90", "%", "", "优良水质比例"), ("35", "%", "", "自然岸线保有率")]),
    ("开通国际集装箱航线十二条。", [("十二", "条", "", "集装箱航线")]),
    # glaciers, snow, tourism
    ("冰川监测站点加密到18个，每月至少开展2次巡测。", [("18", "个", "", "冰川监测站点"), ("2", "次", "每月", "巡测")]),
    ("年接待游客达到260万人次，冰雪旅游收入占旅游总收入的比重提高到45%。", [("260", "万人次", "每年", "接待游客"), ("45", "%", "", "冰雪旅游收入")]),
    ("游客人均消费由680元提高到950元。", [("950", "元", "每人", "消费")]),
    ("新建滑雪道14条、雪场索道3条。", [("14", "条", "", "滑雪道"), ("3", "条", "", "新建 索道")]),
    ("旅游收入比2025年翻一番。", [("翻一番", "", "", "旅游收入 倍数")]),
    ("星级酒店客房入住率稳定在六成以上。", [("六成", "", "", "客房入住率")]),
    # elderly care, health, education
    ("每千名老年人拥有养老床位达到48张，护理型床位占比不低于70%。", [("48", "张", "每千名老年人", "养老床位"), ("70", "%", "", "护理型床位占比")]),
    ("每万人口全科医生数达到4.5人。", [("4.5", "人", "每万人口", "全科医生")]),
    ("每个社区每年开展健康讲座不少于6场。", [("6", "场", "每个社区每年", "健康讲座")]),
    ("为1200户困难老年人家庭实施适老化改造。", [("1200", "户", "", "困难老年人家庭 适老化改造")]),
    ("学前教育、义务教育专任教师本科率分别达到70%和98%。", [("70", "%", "", "学前教育"), ("98", "%", "", "义务教育")]),
    ("日间照料机构实现社区全覆盖。", [("全覆盖", "", "", "日间照料机构 覆盖率")]),
    ("所有苏木镇建成综合养老服务中心。", [("所有", "", "", "养老服务中心")]),
    # digital, industry
    ("每万人拥有5G基站数达到30个，算力规模突破2000P以上的机架达到1.5万架。", [("30", "个", "每万人", "5G基站"), ("1.5", "万架", "", "机架")]),
    ("数字经济核心产业增加值占比提高2.5个百分点。", [("2.5", "个百分点", "", "数字经济核心产业增加值占比 提高幅度")]),
    ("规上工业企业数字化改造完成率达到三分之二。", [("三分之二", "", "", "数字化改造完成率")]),
    ("培育营业收入超5亿元企业6家、超亿元企业20家。", [("6", "家", "", "营业收入超5亿元企业"), ("20", "家", "", "超亿元企业")]),
    ("研发投入强度由1.1%提升至1.8%。", [("1.8", "%", "", "研发投入强度")]),
    ("快递业务量年均增长12%—15%。", [("12", "%", "年均", "快递业务量 增速")]),
    ("亩均税收提高到18万元，园区单位能耗产出率年均提高3%左右。", [("18", "万元", "每亩", "税收"), ("3", "%", "年均", "能耗产出率")]),
    ("40家以上煤化工企业完成节能诊断。", [("40", "家", "", "煤化工企业 节能诊断")]),
    # water, transport, environment
    ("农田灌溉水有效利用系数提高到0.62。", [("0.62", "", "", "灌溉水有效利用系数")]),
    ("城区段防洪标准提高到50年一遇。", [("50", "年一遇", "", "防洪标准")]),
    ("实现镇镇20分钟上高速。", [("20", "分钟", "各镇", "上高速")]),
    ("应急供水保障天数不少于10天。", [("10", "天", "", "应急供水保障天数")]),
    ("50户以上自然村通硬化路比例达到100%。", [("100", "%", "", "50户 自然村 硬化路")]),
    ("城乡居民收入比缩小到1.75∶1以内。", [("1.75∶1", "比例", "", "收入比")]),
    ("新改建牧区公路260公里，其中冰沟镇境内80公里。", [("260", "公里", "", "牧区公路"), ("80", "公里", "", "牧区公路")]),
    ("新增公园绿地15公顷、停车泊位1800个。", [("15", "公顷", "", "公园绿地"), ("1800", "个", "", "新增 停车泊位")]),
    ("劳动合同签订率保持在95%以上，零就业家庭动态清零。", [("95", "%", "", "劳动合同签订率"), ("动态清零", "", "", "零就业家庭")]),
    ("营商环境评价进入全区前20位。", [("20", "位", "", "营商环境评价 位次")]),
    ("年均新增城镇就业1500人、农牧民转移就业4000人。", [("1500", "人", "年均", "城镇就业"), ("4000", "人", "年均", "农牧民转移就业")]),
    ("培训牧民技工每年不少于800人次。", [("800", "人次", "每年", "牧民技工")]),
    ("谋划实施重点项目86个，总投资240亿元。", [("86", "个", "", "重点项目"), ("240", "亿元", "", "总投资 重点项目")]),
    ("日处理能力达到5万吨。", [("5", "万吨", "每日", "处理能力")]),
    ("农牧民合作社规范化率达到____%，新能源装机占比达到（  ）%。", [("____", "%", "", "合作社规范化率"), ("（  ）", "%", "", "新能源装机占比")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDERTAKEN, ids=[row[0][:14] for row in UNDERTAKEN])
def test_a_promise_of_another_county_has_its_figure_its_qualifier_and_a_whole_subject(text, expected):
    """Value, unit and per as printed; what the figure is a figure of can be told from subject and context."""
    targets, doubts = targets_in(text)
    assert [(t.value, t.unit, t.per) for t in targets] == [row[:3] for row in expected]
    for target, (*_, words) in zip(targets, expected, strict=False):
        said = target.subject + target.context
        assert all(word in said for word in words.split()), said
        assert target.quote
        assert target.quote in text
    assert doubts == []


NOT_UNDERTAKEN = [
    "2025年，全旗原煤产量达到4200万吨，牲畜存栏165万头只。",
    "“十四五”以来，累计修复草原120万亩。",
    "截至目前，建成绿色矿山36座。",
    "过去一年，全旗固定资产投资增长8.2%，引进项目46个。",
    "五年来，新增草原旅游景区12家。",
    "煤化工精深加工率仅为22%。",
    "尚有12个嘎查未通硬化路。",
    "60岁以上人口占比已升至27.4%。",
    "标箱：指以20英尺集装箱为标准折算的计量单位。",
    "全旗现有泊位12个，年吞吐能力3000万吨。",
    "旗府距自治区首府420公里。",
    "为80周岁以上老年人发放高龄津贴。",
    "落实35千伏以上线路巡检制度。",
    "优先保障附件2所列项目。",
    "坚持“五个一”工作法，落实“三个全覆盖”要求。",
    "严格执行第三十二条规定。",
    "沿G331、X412公路布局驿站。",
]


@pytest.mark.parametrize("text", NOT_UNDERTAKEN, ids=[text[:14] for text in NOT_UNDERTAKEN])
def test_what_was_reached_or_counts_nothing_is_no_promise(text):
    assert [(t.value, t.unit) for t in targets_in(text)[0]] == []


def test_the_past_goes_on_over_the_sentences_of_a_paragraph_until_a_promise():
    """A look back without a heading of its own: what follows the past year is past; what the next years bring is
    promised."""
    text = "2025年，全旗生产总值完成86亿元。固定资产投资完成40亿元，新增就业1200人。到2030年，生产总值达到120亿元。"
    assert [t.value for t in targets_in(text)[0]] == ["120"]


def test_a_work_report_promises_for_its_year_and_for_the_end_of_the_plan():
    """The year beside the figure, not the last of the plan; and what last year brought is no promise."""
    text = "2026年主要预期目标是：地区生产总值增长6%左右，新增城镇就业1600人。到2030年，地区生产总值达到150亿元。"
    assert [(t.value, t.by_year) for t in targets_in(text)[0]] == [("6", 2026), ("1600", 2026), ("150", 2030)]


def test_a_section_on_problems_promises_nothing():
    """主要问题, 存在的短板: what is lacking today, whatever the verb."""
    for title in ("主要问题", "存在的短板", "困难与挑战"):
        assert targets_in("专业护理人员缺口达600人，护理型床位占比40%。", title)[0] == ()


def test_a_port_of_its_own_has_the_figures_that_only_a_port_has():
    """Where the text prints 白音港, 泊位 and 吞吐量 are its; elsewhere nothing is added."""
    targets, _ = targets_in("白音港建成枢纽。新建泊位4个，其中2000吨级3个，货物吞吐量达到900万吨。")
    assert [t.context.split("；")[0] for t in targets] == ["白音港"] * 3
    assert all("港" not in t.context for t in targets_in("新建泊位4个。")[0])


# (sentence, words that subject and context hold together)
WHOSE_AND_WHAT = [
    ("县域内就诊率稳定在91%以上。", "白音旗"),
    ("城镇新增就业2100人。", "就业人数"),
    ("实施灾害隐患点治理90处，开展避险搬迁300户。", "隐患点 搬迁户数"),
    ("每千人拥有医疗卫生机构床位达到7.1张。", "床位数"),
    ("新增公园绿地12公顷。", "绿地面积"),
    ("教师交流轮岗每年不少于应交流人数的12%。", "占应交流人数比例"),
    ("燃气应急储备能力达到5天日均用气量。", "天数（日均用气量）"),
    ("旅游收入比2025年翻一番。", "与2025年相比的倍数"),
    ("展望2035年，畜牧业总产值达到90亿元。", "2035年远景"),
    ("培育年产值超8亿元企业3家、超亿元企业25家。", "年产值"),
    ("新增养老床位700张，护理型床位占比不低于62%。", "新增养老床位"),
    ("引进亿元以上项目40个，协议投资90亿元，其中5亿元以上的项目不少于6个。", "亿元以上项目"),
    ("年加工玉米20万吨、大豆3万吨。", "大豆 加工"),
    ("实施40公里公路防灾建设、9座危桥改造及60公里护栏工程。", "护栏"),
    ("总投资260亿元，其中“十五五”期间计划完成投资190亿元。", "“十五五”期间计划"),
]


@pytest.mark.parametrize(("text", "words"), WHOSE_AND_WHAT, ids=[row[0][:14] for row in WHOSE_AND_WHAT])
def test_a_figure_says_whose_it_is_and_what_it_measures(text, words):
    target = targets_in(text)[0][-1]
    said = target.subject + target.context
    assert all(word in said for word in words.split()), said


COVERED = [
    ("行政村寄递服务实现全覆盖。", 1),
    ("规模以上牧业企业数字化改造全覆盖。", 1),
    ("失能老年人家庭探访全覆盖。", 1),
    ("零就业家庭动态清零。", 1),
    ("实现广场、车站等公共区域WiFi全覆盖。", 0),
    ("实现旗、镇、村三级调解全覆盖。", 0),
    ("推行“综合查一次”改革全覆盖。", 0),
    ("实现灾害预警信息全覆盖。", 0),
]


@pytest.mark.parametrize(("text", "count"), COVERED, ids=[row[0][:14] for row in COVERED])
def test_all_are_covered_is_a_figure_only_of_what_can_be_counted(text, count):
    """100 % of the villages, the firms, the homes; of information, areas or levels of government nobody can say how
    much."""
    assert len(targets_in(text)[0]) == count


def test_a_verb_at_the_end_of_a_name_is_not_that_of_the_next():
    """“9座危桥改造及60公里护栏工程”: nothing says that the guard rails are rebuilt"""
    bridges, rails = targets_in("涵盖9座危桥改造及60公里护栏工程。")[0]
    assert "改造" in bridges.context
    assert "改造" not in rails.context


def test_what_is_done_by_the_year_is_said_once_for_a_list():
    assert [t.per for t in targets_in("年屠宰肉牛2万头、肉羊40万只。")[0]] == ["每年", "每年"]


def test_the_pieces_of_a_length_are_no_promise_of_their_own():
    assert [t.unit for t in targets_in("完成12个路段共18公里的管道改造。")[0]] == ["公里"]


def test_a_figure_for_each_of_several_years_has_its_own_year():
    targets, _ = targets_in("五年保障用地900亩，其中2026年、2027年分别保障300亩、200亩。")
    assert [(t.value, t.by_year) for t in targets] == [("900", 2030), ("300", 2026), ("200", 2027)]


def test_a_word_within_a_word_leaves_no_figure_out():
    """占地 in 占地区生产总值, 指 in 指标: neither a building site nor a definition"""
    text = "服务业增加值占地区生产总值比重提高到48%，重点用地指标应保尽保，保障用地700亩，撬动社会资本投入9亿元。"
    assert [t.value for t in targets_in(text)[0]] == ["48", "700", "9"]


def test_how_many_works_an_item_lists_is_no_promise_of_its_own():
    assert targets_in("河道治理工程：计划建设五个水利项目，总投资3亿元。", kind="box_item")[0] == ()
    assert [t.value for t in targets_in("全旗谋划水利项目五十个。")[0]] == ["五十"]


def test_as_many_names_as_figures_or_a_doubt():
    """Three names before two figures: nothing is guessed, and the reader of the draft is told."""
    targets, doubts = targets_in("驼、牛、羊出栏分别达到2万头、9万头。")
    assert targets == ()
    assert {doubt.code for doubt in doubts} == {"figures-unpaired"}


def test_a_space_between_the_figures_changes_no_pair():
    """“分别达到70%和 98%”: pairing is by order, not by spaces."""
    for gap in ("", " "):
        targets, _ = targets_in(f"本科、专科教师占比分别达到70%和{gap}98%。")
        assert [(t.subject, t.value) for t in targets] == [("本科教师占比", "70"), ("专科教师占比", "98")]


# (text, kind of block, [names])
NAMED = [
    ("新建白音口岸智慧货场，总投资3.6亿元，2028年建成。", "paragraph", ["白音口岸智慧货场"]),
    ("续建乌兰察干露天煤矿接续工程，扩建敖包苏木肉羊加工厂。", "paragraph", ["乌兰察干露天煤矿接续工程", "敖包苏木肉羊加工厂"]),
    ("加快石湾港区三期建设，推进金滩海洋牧场前期工作，力争2027年开工。", "paragraph", ["石湾港区三期", "金滩海洋牧场"]),
    ("冰沟冰川游客中心2028年投用，冰沟至白音旅游公路2029年贯通。", "paragraph", ["冰沟冰川游客中心", "冰沟至白音旅游公路"]),
    ("实施乌兰灌区续建配套与现代化改造、苏尼河城区段综合治理等项目。", "paragraph", ["乌兰灌区续建配套与现代化改造", "苏尼河城区段综合治理"]),
    ("建设旗蒙医医院综合楼和旗养老服务中心。", "paragraph", ["旗蒙医医院综合楼", "旗养老服务中心"]),
    ("总投资12.6亿元的石湾港区液体散货码头工程开工建设。", "paragraph", ["石湾港区液体散货码头工程"]),
    ("迁建旗第二中学，改扩建冰沟镇中心卫生院。", "paragraph", ["旗第二中学", "冰沟镇中心卫生院"]),
    ("乌力吉抽水蓄能电站。新建，装机120万千瓦，总投资76亿元，2031年投产。", "box_item", ["乌力吉抽水蓄能电站"]),
    ("苏布尔嘎古城保护利用。修缮遗址8处，总投资1.4亿元。", "box_item", ["苏布尔嘎古城保护利用"]),
    ("金滩渔港经济区（续建）。改造码头600米，投资2.2亿元。", "box_item", ["金滩渔港经济区"]),
    ("推进金滩物流园二期、三期工程。", "paragraph", ["金滩物流园二期、三期工程"]),
    ("新建石湾镇滨河路、环山路道路工程。", "paragraph", ["石湾镇滨河路、环山路道路工程"]),
    ("配套建设敖包220千伏输变电工程，争取白音至敖包外送通道纳入国家规划。", "paragraph", ["敖包220千伏输变电工程", "白音至敖包外送通道"]),
    ("金滩煤矿智能化改造7月完工，冰沟30万千瓦光伏项目年内全容量并网。", "paragraph", ["金滩煤矿智能化改造", "冰沟30万千瓦光伏项目"]),
    ("确保白音热电厂二期并网发电。", "paragraph", ["白音热电厂二期"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names"), NAMED, ids=[row[0][:14] for row in NAMED])
def test_a_project_of_another_county_is_found_by_its_grammar(text, kind, names):
    """And its name stands in the text, sign by sign."""
    projects = projects_in(text, kind)
    assert [p.name for p in projects] == names
    assert all(p.name in text for p in projects)


UNNAMED = [
    "支持白音镇卫生院、石湾镇卫生院开展远程会诊试点。",
    "实施白音至敖包站等一批重点道路亮化工程。",
    "建成人民路、文化路等9条道路“白改黑”工程。",
    "安排年度计划投资90亿元，其中产业类项目占比不低于55%。",
    "建设一批智慧养老服务平台，打造区域性冷链物流中心。",
    "新建口袋公园10个、公厕25座。",
    "完善农村公路管护机制，推进基础设施提档升级。",
    "实施质量强旗战略，推动重点工程建设。",
    "支持企业建设数字化车间和智能工厂。",
    "推进老旧小区改造和污水处理厂提标改造。",
    "加强重点项目用地保障，加快产业园区建设。",
]


@pytest.mark.parametrize("text", UNNAMED, ids=[text[:14] for text in UNNAMED])
def test_a_kind_of_works_is_no_project(text):
    assert [p.name for p in projects_in(text)] == []


def test_what_is_said_of_a_project_goes_with_it():
    """Sum, years and status of each of two in one sentence; the sum of the first is not the second's."""
    first, second = projects_in(
        "新建白音口岸智慧货场，总投资3.6亿元，2028年建成；续建冰沟冰川游客中心，投资8000万元，2027年投用。"
    )
    assert (first.investment, first.finish_year, first.status) == ("3.6亿元", "2028", "新建")
    assert (second.investment_yuan, second.finish_year, second.status) == ("80000000", "2027", "续建")
