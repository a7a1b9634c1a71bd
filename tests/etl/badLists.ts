import { type BadInput, fine, refused, remarked } from "./badInput";

/** A list of one file with its rows below a header, and what becomes of it. */
const list =
  (header: string, ...rows: string[]) =>
  () => ({ "a.csv": `${[header, ...rows].join("\n")}\n` });
/** The same with 199 good rows before them, so that one held row stays below the limit. */
const among = (header: string, rowOf: (i: number) => string, ...rows: string[]) =>
  list(header, ...Array.from({ length: 199 }, (_, i) => rowOf(i)), ...rows);
const heldList = (what: string, code: string, files: BadInput["files"]): BadInput => ({
  ...fine(0, what, files),
  outcome: "hold",
  code,
});

const months = Array.from({ length: 199 }, (_, i) => `${361031000 + i},2018-06,100`);

const aid = ["2018-06,低保对象,1,10.00", "2018-06,特困人员,1,20.00", "2018-06,低保对象,1,30.00"];
const townships = ["甲镇,361031101,2018-06,10", "乙镇,361031102,2018-06,20"];

/** What is wrong in lists, beside what is wrong in settlements. */
export const lists: readonly BadInput[] = [
  fine(0, "periods as offices write them", list("code,period,value", "A1,2018年上半年,1", "A1,2018年第3季度,2")),
  heldList("a period that leads to another folder", "L-431", () =>
    list("code,period,value", ...Array.from({ length: 199 }, (_, i) => `A${i},2018,1`), "A1,../../2018,1")(),
  ),
  heldList("a month of which a spreadsheet dropped a digit", "L-431", () =>
    list("admdvs,month,enrolled", ...months, "361031999,2018.1,100")(),
  ),
  fine(
    46,
    "the total of aid by hand behind its month",
    list("月份,救助对象类型,人次,救助金额", ...aid, "2018-06,合计,3,60.00"),
  ),
  refused(
    46,
    "a missed total of aid by hand",
    "L-209",
    list("月份,救助对象类型,人次,救助金额", ...aid, "2018-06,合计,3,61.00"),
  ),
  fine(
    46,
    "the total of funding in the column of lines",
    list("年度,项目,应筹金额,到位金额", "2018,财政补助,10.00,5.00", "2018,个人缴费,20.00,", "2018,合计,30.00,5.00"),
  ),
  {
    ...fine(
      46,
      "sums of funding lines by where the money comes from",
      list(
        "年度,项目,资金来源,应筹金额",
        ...["2018,财政补助,中央,10.00", "2018,财政补助,省级,20.00", "2018,财政补助,小计,30.00", "2018,个人缴费,,5.00"],
        "2018,合计,,35.00",
      ),
    ),
    outcome: "exclude",
    code: "L-435",
  },
  fine(
    46,
    "funding lines that are all called sums",
    list("年度,项目,资金来源,应筹金额", "2018,财政补助小计,,10.00", "2018,个人缴费,小计,5.00", "2018,合计,,15.00"),
  ),
  fine(
    46,
    "the total of who is enrolled behind the name of the county",
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "全县合计,,2018-06,30"),
  ),
  refused(
    46,
    "a missed total of who is enrolled",
    "L-209",
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "合计,,2018-06,31"),
  ),
  refused(
    0,
    "the county beside its townships",
    "L-432",
    list("乡镇,乡镇编码,月份,参保人数", "示例县,361031,2018-06,30", ...townships),
  ),
  fine(
    0,
    "people of no township beside those of townships",
    list("乡镇,乡镇编码,月份,参保人数", "县直,361031,2018-06,3", ...townships),
  ),
  refused(
    0,
    "townships by their names alone",
    "L-116",
    list("乡镇,月份,参保人数", "甲镇,2018-06,10", "乙镇,2018-06,20"),
  ),
  fine(0, "the county alone", list("月份,参保人数", "2018-05,10", "2018-06,20")),
  ...["填报单位：元氏县医保局  单位：千元", "单位：元、万元", "（亿元）"].map((title) =>
    refused(67, `funding below ${title}`, "L-220", list(title, "年度,项目,应筹金额", "2018,财政补助,10.00")),
  ),
  refused(67, "the unit of funding below it", "L-222", list("年度,项目,应筹金额", "2018,财政补助,10.00", "单位：万元")),
  fine(67, "the unit of funding below it, as in its header", () =>
    list("年度,项目,应筹金额（万元）", "2018,财政补助,10.00", "单位：万元")(),
  ),
  refused(67, "people in 万人", "L-220", list("乡镇编码,月份,参保人数（万人）", "361031101,2018-06,10")),
  fine(67, "units in a row below the header", list("年度,项目,人数,应筹金额", ",,人,万元", "2018,财政补助,10,490.00")),
  remarked(0, "a status that ends before it begins", "L-412", () =>
    list("人员编号,困难身份,开始日期,结束日期", "P1,低保对象,2018-03-01,2018-01-31")(),
  ),
  remarked(0, "an institution that is two things at once", "L-434", () =>
    list("机构编码,机构名称,医院等级", "H1,甲院,05", "H1,甲院,10")(),
  ),
  fine(0, "an institution that was another thing before", () =>
    list("机构编码,机构名称,医院等级,开始日期", "H1,甲院,10,2017-01-01", "H1,甲院,05,2018-01-01")(),
  ),
  {
    ...fine(0, "the same payments twice in one load", () => {
      const content = list("月份,救助对象类型,救助金额", "2018-06,低保对象,10.00")();
      return { ...content, "b.csv": content["a.csv"] };
    }),
    outcome: "exclude",
    code: "L-413",
  },
  fine(0, "a funding list of schemes by name", () =>
    list("年度,险种,项目,应筹金额", "2018,城乡居民基本医疗保险,财政补助,1.00", "2018,390 城乡居民,个人缴费,1.00")(),
  ),
  fine(
    46,
    "remarks that speak of sums",
    list(
      "年度,项目,资金来源,应筹金额,备注",
      ...["2018,财政补助,中央,10.00,累计", "2018,个人缴费,个人,5.00,税务汇总", "2018,财政补助,省级,1.00,合计：含补缴"],
    ),
  ),
  fine(
    46,
    "a list of which every row says that it is of all",
    list("年度,项目,资金来源,应筹金额", "2018,财政补助,合计,10.00", "2018,个人缴费,合计,5.00"),
  ),
  fine(
    46,
    "a registry row whose first cell begins like a footer",
    list(
      "序号,姓名,身份证号码,困难身份,开始日期,结束日期,备注,证件类型",
      "审核：通过,某某,11010519491231002X,低保对象,2018-01-01,,,",
    ),
  ),
  fine(
    46,
    "a total of rounded 万元",
    list("年度,项目,应筹金额（万元）", "2018,财政补助,10.12", "2018,个人缴费,5.11", "合计,,15.24"),
  ),
  fine(46, "people of several months, which are no sum", list("月份,参保人数", "2018-05,30", "2018-06,32", "合计,32")),
  fine(46, "a total by the name of the county", () =>
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "示例县合计,,2018-06,30")(),
  ),
  refused(46, "a missed total by the name of the county", "L-209", () =>
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "示例县合计,,2018-06,31")(),
  ),
  remarked(46, "remarks like signatures beside what a row has", "L-211", () =>
    list(
      "月份,救助对象类型,救助金额,说明一,说明二",
      ...["2018-06,低保对象,10.00,,", "2018-06,特困人员,20.00,申请时间：2018.5,审批时间：2018.6", "合计,,30.00,,"],
    )(),
  ),
  fine(46, "values of an indicator that is called a sum", () =>
    list("指标名称,指标编码,考核期,完成值", "统筹基金支出合计,A1,2018H1,100", "总金额,A3,2018H1,300")(),
  ),
  heldList("an amount of funding that nobody can read", "L-301", () =>
    list("年度,项目,应筹金额", ...Array.from({ length: 199 }, () => "2018,其他收入,1.00"), "2018,利息,1OO.5")(),
  ),
  heldList("the end of a status that nobody can read", "L-411", () =>
    list(
      "人员编号,困难身份,开始日期,结束日期",
      ...Array.from({ length: 199 }, (_, i) => `P${i},低保对象,2018-01-01,`),
      "P999,低保对象,2018-01-01,2018.6",
    )(),
  ),
  fine(46, "a total of people that says what it counts", () =>
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "合计,,,30人")(),
  ),
  remarked(46, "a total of people that is not whole", "L-217", () =>
    list("乡镇,乡镇编码,月份,参保人数", ...townships, "合计,,,30.5")(),
  ),
  remarked(98, "money for a scheme by the code of one and the name of another", "L-417", () =>
    list("年度,险种,项目,应筹金额", "2018,390职工医保,财政补助,1.00")(),
  ),
  ...[
    "制表人：,王五,审核人：,李四",
    "备注,本表由财政局提供,,",
    "负责人：王五,,审核人：李四,",
    "- 1 -,,,",
    "联系电话：13812345678,,,",
  ].map((footer) =>
    fine(46, `funding above ${footer}`, list("年度,项目,应筹金额,到位金额", "2018,财政补助,10.00,5.00", footer)),
  ),
  {
    ...fine(
      46,
      "parts of a funding line beside their whole",
      list(
        "年度,项目,资金来源,应筹金额",
        ...["2018,财政补助,,30.00", "2018,财政补助,其中：中央,10.00", "2018,财政补助,县级,20.00", "合计,,,30.00"],
      ),
    ),
    outcome: "exclude",
    code: "L-435",
  },
  {
    ...fine(
      46,
      "the office's own table of funding",
      list(
        "2018年城乡居民医保筹资到位情况表",
        "年度,项目,人均标准(元),人数(人),应筹(万元),到位(万元),到位率(%),最近到位日期,备注",
        "2018,财政补助,490,1000,49.00,20.00,40.8,2018-06-20,",
        "2018,其中：中央,300,1000,30.00,20.00,66.7,2018-06-20,",
        ...[
          "2018,省级,100,1000,10.00,,0,,",
          "2018,县级,90,1000,9.00,,0,,",
          "2018,财政小计,490,1000,49.00,20.00,40.8,,",
        ],
        ...["2018,个人缴费,220,1000,22.00,22.00,100,2018-02-01,", "2018,基金总量,710,1000,71.00,42.00,59.2,,"],
        ...["2018,减：大病及意外险划拨,50,1000,5.00,,0,,", "2018,可用基金,,,66.00,,,,"],
        "合计,,,,71.00,42.00,,,",
      ),
    ),
    outcome: "exclude",
    code: "L-435",
  },
  refused(
    46,
    "a funding line beside parts that come to something else",
    "L-438",
    list("年度,项目,应筹金额", "2018,财政补助,30.00", "2018,其中：中央,10.00"),
  ),
  fine(
    46,
    "columns that part into several with their total",
    list("乡镇编码,月份,参保人数,,", ",,城镇,农村,合计", "361031101,2018-06,4,6,10"),
  ),
  refused(
    46,
    "columns that part into several without their total",
    "L-221",
    list("年度,项目,应筹金额,,,", ",,中央,省,市,县", "2018,财政补助,1,2,3,4"),
  ),
  refused(
    47,
    "two numbers of people that are named alike",
    "L-214",
    list("乡镇编码,月份,参保人数（职工）,参保人数（居民）", "361031101,2018-06,1,2"),
  ),
  refused(
    0,
    "the county beside its townships, in twelve digits",
    "L-432",
    list("乡镇编码,月份,参保人数", "361031000000,2018-06,30", "361031101000,2018-06,10", "361031102000,2018-06,20"),
  ),
  refused(
    67,
    "people in 万人, by the title",
    "L-220",
    list("单位：万人", "乡镇编码,月份,参保人数", "361031101,2018-06,10"),
  ),
  remarked(
    67,
    "a number in 万人 that need not be there",
    "L-211",
    list("乡镇编码,月份,参保人数,常住人口（万人）", "361031101,2018-06,10000,1.25"),
  ),
  refused(67, "a unit alone below the header that cannot be used", "L-220", () =>
    list("年度,项目,应筹金额,到位金额", "单位：千元,,,", "2018,财政补助,10.00,5.00")(),
  ),
  fine(
    46,
    "a note below the table that speaks of another unit",
    list("年度,项目,应筹金额,到位金额", "2018,财政补助,10.00,5.00", "注：1万元以上另附表（单位：万元）,,,"),
  ),
  fine(
    44,
    "names of groups that speak of payers above what nobody pays",
    list("月份,救助对象类型,医疗救助情况,", ",,人次,救助金额", "2018-06,低保对象,1,10.00"),
  ),
  fine(
    0,
    "other names of the columns of funding",
    list(
      "年度,项目,筹资标准,参保人数,应筹集金额,实际到位金额,到账日期",
      "2018,财政补助,490元/人,1000,490000,245000,2018-06-20",
    ),
  ),
  fine(
    0,
    "other names of the columns of a registry",
    list("姓名,居民身份证号码,救助类别,认定日期", "某某,11010519491231002X,低保对象,2018-01-01"),
  ),
  fine(
    0,
    "a ledger of aid by day and kind of visit",
    list(
      "救助日期,救助对象类型,救助方式,救助金额",
      "2018-06-03,特困人员,住院救助,3.00",
      "2018-06-30,低保对象,门诊救助,2.00",
    ),
  ),
  heldList(
    "a scheme in merged cells",
    "L-421",
    among("年度,险种,项目,应筹金额", (i) => `2018,390,财政补助,${i}`, "2018,,个人缴费,2"),
  ),
  fine(0, "schemes that no row names", list("年度,险种,项目,应筹金额", "2018,,财政补助,1", "2018,,个人缴费,2")),
  heldList(
    "who was helped in merged cells",
    "L-421",
    among("月份,救助对象类型,救助金额", (i) => `2018-06,低保对象,${i}`, "2018-06,,2.00"),
  ),
  refused(
    0,
    "parts of a group beside the group",
    "L-439",
    list(
      "月份,救助对象类型,人次,救助金额",
      "2018-06,特困人员,3,30.00",
      "2018-06,其中：住院,1,10.00",
      "2018-06,门诊,2,20.00",
    ),
  ),
  refused(
    0,
    "aid of the county beside that of its townships",
    "L-432",
    list("乡镇编码,月份,救助金额", "361031,2018-06,3.00", "361031101,2018-06,1.00", "361031102,2018-06,2.00"),
  ),
  fine(
    0,
    "aid by the county itself beside that of its townships",
    list("乡镇编码,月份,救助金额", "361031,2018-06,9.00", "361031101,2018-06,1.00", "361031102,2018-06,2.00"),
  ),
  refused(
    0,
    "the county beside its only township",
    "L-432",
    list("乡镇编码,月份,参保人数", "361031,2018-06,30", "361031101,2018-06,30"),
  ),
  heldList(
    "less than nobody",
    "L-440",
    among("乡镇编码,月份,参保人数", (i) => `${361031100 + i},2018-06,1`, "361031999,2018-06,-30"),
  ),
  heldList(
    "what is handed on with a minus",
    "L-440",
    among("年度,项目,应筹金额", (i) => `2018,个人缴费,${i}`, "2018,减：大病保险保费,-30.00"),
  ),
  remarked(0, "aid that was taken back", "L-440", list("月份,救助对象类型,救助金额", "2018-06,低保对象,-10.00")),
  fine(0, "a deficit of the year before", list("年度,项目,应筹金额", "2018,上年结余,-10.00", "2018,个人缴费,20.00")),
  ...["361031101,2081-06,30", "361031101,2020-01,30"].map((row) =>
    refused(0, `people of a month to come: ${row}`, "L-124", list("乡镇编码,月份,参保人数", row)),
  ),
  fine(0, "people of the next year", list("乡镇编码,月份,参保人数", "361031101,2019-01,30")),
  refused(0, "funding of 2081", "L-124", list("年度,项目,应筹金额", "2081,财政补助,10.00")),
  remarked(49, "a column without a name", "L-223", list("乡镇编码,月份,参保人数,,", "361031101,2018-06,30,5,")),
  fine(0, "statuses by the month", list("人员编号,困难身份,开始日期,结束日期", "P1,低保对象,201803,2018年6月")),
  heldList(
    "a masked certificate alone",
    "L-433",
    among("证件号码,困难身份,开始日期", (i) => `C${i},低保对象,2018-01-01`, "110105****002X,低保对象,2018-01-01"),
  ),
  fine(
    44,
    "a total to the right of the last name",
    list("乡镇编码,月份,参保人数", ",,城镇,农村,合计", "361031101,2018-06,4,6,10"),
  ),
  refused(
    44,
    "a total for which the rows have no cell",
    "L-207",
    list("乡镇编码,月份,参保人数", ",,城镇,合计", "361031101,2018-06,4", "361031102,2018-06,4"),
  ),
  fine(
    44,
    "parts of parts in a third row",
    list("年度,项目,应筹金额,,,到位金额", ",,合计,其中,,", ",,,中央,省级,", "2018,财政补助,10,4,6,5"),
  ),
  refused(
    44,
    "years below one header",
    "L-221",
    list("乡镇编码,月份,参保人数,", ",,2017年,2018年", "361031101,2018-06,4,5"),
  ),
  remarked(
    44,
    "numbers of another year beside those of this",
    "L-211",
    list("乡镇编码,月份,上年,本年", ",,参保人数,参保人数", "361031101,2018-06,4,5"),
  ),
  ...["上年,", "其中：困难群众,"].map((group) =>
    refused(
      44,
      `no number but below ${group}`,
      "L-116",
      list(`乡镇编码,月份,${group}`, ",,参保人数,目标人数", "361031101,2018-06,4,5"),
    ),
  ),
  refused(
    44,
    "the certificate of a guardian alone",
    "L-116",
    list("困难身份,开始日期,监护人,", ",,姓名,证件号码", "低保对象,2018-01-01,某某,110105194912310029"),
  ),
  ...[2, 30].map((rows) =>
    refused(
      51,
      `a second table below ${rows} rows of the first`,
      "L-436",
      list(
        "乡镇编码,月份,参保人数,目标人数",
        ...Array.from({ length: rows }, (_, i) => `${361031101 + i},2018-05,4,5`),
        ...["乡镇编码,月份,目标人数,参保人数,人口数", "361031101,2018-06,5,4,6"],
      ),
    ),
  ),
  refused(67, "amounts whose rows name another unit", "L-222", list("年度,项目,应筹金额,单位", "2018,财政补助,1,万元")),
  refused(67, "元 below a table in 万元", "L-222", list("年度,项目,应筹金额（万元）", "2018,财政补助,1", "单位：元")),
  refused(
    67,
    "a note that names another unit",
    "L-222",
    list("年度,项目,应筹金额", "2018,财政补助,1", "注：金额单位为万元,,"),
  ),
  refused(
    67,
    "a unit in a spelling that nobody knows",
    "L-220",
    list("单位：wan", "年度,项目,应筹金额", "2018,财政补助,1"),
  ),
  refused(
    67,
    "two units above one table",
    "L-220",
    list("单位：万元", "单位：元", "年度,项目,应筹金额", "2018,财政补助,1"),
  ),
  refused(
    67,
    "ten thousand times what the heads come to",
    "L-309",
    list("年度,项目,人均标准,人数,应筹金额", "2018,财政补助,490,10000,490"),
  ),
  fine(
    52,
    "names of columns with the marks of a form",
    list("*年度,1.筹资项目,（2）应筹金额（万元）：", "2018,财政补助,1"),
  ),
];
