import {
  type BadInput,
  book,
  csv,
  everyRow,
  fine,
  good,
  held,
  refused,
  remarked,
  replaced,
  text,
  warned,
  withCells,
  withTypedCells,
} from "./badInput";
import { delimited, settlement, settlements } from "./readingSetup";
import { dateCell, sheetOf, xlsx } from "./workbookFiles";

const refund = { REFD_SETL_FLAG: "1", MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" };

export const numbers: readonly BadInput[] = [
  warned(77, "a certificate number in scientific notation", { CERTNO: "3.70102E+17" }, "L-401"),
  remarked(77, "a certificate number as a number", "L-401", withTypedCells({ CERTNO: 370102199001011200 })),
  refused(
    77,
    "many of them",
    "L-401",
    everyRow((_, i) => (i % 10 === 0 ? { CERTNO: "3.70102E+17" } : {})),
  ),
  refused(78, "a settlement number in scientific notation", "L-402", withCells({ SETL_ID: "3.70102E+17" })),
  refused(
    78,
    "the number of a refund's original in it",
    "L-402",
    withCells({ ...refund, INIT_SETL_ID: "3.70102E+17" }),
  ),
  refused(78, "the number of a visit in it", "L-402", withCells({ MDTRT_ID: "3.70102E+17" })),
  held(78, "an error in the place of the original's number", { ...refund, INIT_SETL_ID: "#REF!" }, "L-304"),
  ...['="36100000000001"', "“36100000000001”", "36100000000001.0"].map((cell) =>
    fine(80, `the person number ${cell}`, withCells({ PSN_NO: cell, SETL_ID: '="C0"' })),
  ),
  ...["3610******0001", "3610xxxxxx0001"].map((cell) =>
    held(80, `the person number ${cell}`, { PSN_NO: cell }, "L-433"),
  ),
  ...["未知", "TRUE"].map((cell) => held(80, `the person number ${cell}`, { PSN_NO: cell }, "L-421")),
  fine(80, "a word in the place of the original's number", withCells({ INIT_SETL_ID: "否" })),
  held(80, "a person number too wide for its column", { PSN_NO: "########" }, "L-304"),
  warned(80, "a masked certificate number", { CERTNO: "360122********1234" }, "L-433"),
  held(80, "a masked settlement number", { SETL_ID: "36***" }, "L-433"),
  held(59, "an error in the place of an institution", { FIXMEDINS_CODE: "#N/A" }, "L-304"),
  held(58, "an institution in scientific notation", { FIXMEDINS_CODE: "3.61031E+11" }, "L-303"),
  held(59, "a visit type too wide for its column", { MED_TYPE: "####" }, "L-304"),
  fine(0, "codes as numbers with decimals", withCells({ MED_TYPE: "2101.0", INSUTYPE: "390.0", HOSP_LV: '="05"' })),
  refused(
    77,
    "person numbers of which a spreadsheet kept 15 digits",
    "L-401",
    everyRow((_, i) => ({ PSN_NO: `3610310000${String(i).padStart(5, "0")}000`, CERTNO: "" })),
  ),
  fine(
    77,
    "a person number that ends in zeros",
    everyRow((_, i) => ({ PSN_NO: `361031000000${String(i * 50).padStart(6, "0")}`, CERTNO: "" })),
  ),
  warned(79, "a wrong check character", { CERTNO: "110105194912310021" }, "L-403"),
  warned(79, "an impossible birthday", { CERTNO: "110105194913310025" }, "L-403"),
  ...[
    "11010519491231002x",
    "1101 0519 4912 31002X",
    "１１０１０５１９４９１２３１００２Ｘ",
    "110105491231002",
    "11010519491231002X\t",
  ].map((cell) => fine(80, `the certificate number ${JSON.stringify(cell)}`, withCells({ CERTNO: cell }))),
  fine(81, "a passport", withCells({ CERTNO: "E12345678" })),
  remarked(
    82,
    "one number in more than 500 rows",
    "L-404",
    everyRow((_, i) => ({ PSN_NO: `P${i}` }), 600),
  ),
  remarked(85, "one code, two names", "L-407", withCells({ FIXMEDINS_NAME: "另一家医院" })),
  remarked(
    85,
    "one name, two codes",
    "L-407",
    everyRow((_, i) => (i < 9 ? { FIXMEDINS_CODE: "H36103100002" } : {})),
  ),
  fine(
    86,
    "a name that means something elsewhere",
    replaced(settlement.FIXMEDINS_NAME, "=cmd|'/c calc'!A0 <img onerror=x> '; drop table x"),
  ),
  held(87, "the day 45292 in text", { SETL_TIME: "45292" }, "L-408"),
  fine(87, "a day of a spreadsheet", withTypedCells({ SETL_TIME: dateCell(43254.5) })),
  fine(88, "days counted from 1904", () =>
    book(xlsx([sheetOf([...good, { ...settlement, SETL_ID: "C0", SETL_TIME: dateCell(41792.5) }])], { is1904: true })),
  ),
  ...[60, -5].map(
    (serial): BadInput => ({
      input: 89,
      what: `day ${serial}`,
      files: withTypedCells({ SETL_TIME: dateCell(serial) }),
      outcome: "hold",
      code: "L-409",
    }),
  ),
  ...["2024-02-30", "2024-13-01", "0000-01-01", "9999-12-31", "1900-01-01"].map((day) =>
    held(90, day, { SETL_TIME: day }, "L-410"),
  ),
  ...["24-01-01", "01/02/2024", "20240105 25:00:00"].map((day) => held(91, day, { SETL_TIME: day }, "L-411")),
  ...["2018.6.5", "2018年6月5日", "20180605"].map((day) => fine(91, day, withCells({ SETL_TIME: day }))),
  fine(92, "a time of another zone", withCells({ SETL_TIME: "2018-06-03T20:00:00Z" })),
  fine(
    92,
    "29 February in another zone",
    everyRow(() => ({ SETL_TIME: "2016-02-29T03:00:00Z", BEGNDATE: "", ENDDATE: "" })),
  ),
  warned(93, "discharged before admitted", { BEGNDATE: "2018-06-05" }, "L-412"),
  {
    input: 94,
    what: "the same row again",
    files: withCells({ SETL_ID: "G7", MDTRT_ID: "GV7" }),
    outcome: "exclude",
    code: "L-413",
  },
  held(95, "one number, two contents", { SETL_ID: "G7", HIFP_PAY: "500.00" }, "L-414"),
  {
    input: 95,
    what: "one number for two persons at two times, whatever the time of update: its digits are lost",
    files: withCells({
      ...{ SETL_ID: "G7", PSN_NO: "P2", CERTNO: "", SETL_TIME: "2018-06-05 10:00:00" },
      UPDT_TIME: "2018-06-09 00:00:00",
    }),
    outcome: "hold",
    code: "L-414",
  },
  fine(
    98,
    "schemes by their names",
    everyRow((_, i) => ({ INSUTYPE: ["城乡居民基本医疗保险", "390 城乡居民", "390.0", "职工医保"][i % 4] })),
  ),
  {
    input: 96,
    what: "an older state of a settlement",
    files: withCells({ SETL_ID: "G7", HIFP_PAY: "500.00", UPDT_TIME: "2018-06-09 00:00:00" }),
    outcome: "exclude",
    code: "L-415",
  },
  remarked(
    97,
    "a letter O in a disease code",
    "L-416",
    everyRow((_, i) => ({ DISE_NO: i === 3 ? "E1O.9" : "E10.9" })),
  ),
  warned(98, "a scheme that nobody knows", { INSUTYPE: "999" }, "L-417"),
  remarked(
    99,
    "an age of 200",
    "L-418",
    everyRow((_, i) => ({ BRDY: "", AGE: i === 3 ? "200" : "20" })),
  ),
  warned(99, "−2 days of stay", { BEGNDATE: "2018-06-06" }, "L-412"),
  fine(
    99,
    "a sex of 3, which is not read",
    everyRow((_, i) => ({ GEND: i === 3 ? "3" : "1" })),
  ),
  held(100, "a row of another county", { INSU_ADMDVS: "110101" }, "L-419"),
  held(100, "a row of another county by its name", { INSU_ADMDVS: "章贡区" }, "L-419"),
  fine(
    0,
    "rows of the own county by its name",
    everyRow((_, i) => (i % 2 === 0 ? { INSU_ADMDVS: "示例县", FIX_BLNG_ADMDVS: "示例县" } : {})),
  ),
  remarked(
    0,
    "an institution whose place is a name",
    "L-429",
    everyRow((_, i) => (i % 2 === 0 ? { FIX_BLNG_ADMDVS: "赣州市章贡区" } : {})),
  ),
  {
    input: 100,
    what: "one row in twenty-five of another county",
    files: everyRow((_, i) => (i % 25 === 0 ? { INSU_ADMDVS: "110101" } : {})),
    outcome: "hold",
    code: "L-419",
  },
  refused(100, "another county's file", "L-419", () => csv(text), { region: "361030" }),
  { input: 0, what: "a row marked invalid", files: withCells({ VALI_FLAG: "0" }), outcome: "exclude", code: "L-420" },
  fine(
    0,
    "正常 in the flags of validity and refund",
    everyRow(() => ({ VALI_FLAG: "正常", REFD_SETL_FLAG: "正常" })),
  ),
  held(0, "a flag of validity that nobody can read", { VALI_FLAG: "2" }, "L-423"),
  held(0, "a flag of refund that nobody can read", { REFD_SETL_FLAG: "有效" }, "L-423"),
  remarked(
    0,
    "another flag that nobody can read",
    "L-423",
    everyRow((_, i) => ({ MID_SETL_FLAG: i === 3 ? "正常" : "0.0" })),
  ),
  remarked(
    0,
    "a kind of voucher that nobody knows",
    "L-424",
    everyRow((_, i) => ({ MDTRT_CERT_TYPE: i === 3 ? "其他" : "1" })),
  ),
  fine(0, "a registry as a civil affairs office keeps it", () => ({
    "a.csv": "序号,姓名,身份证号码,救助类别,认定日期,终止时间\n1,某某,11010519491231002X,低保对象,2018-01-01,长期\n",
  })),
  remarked(0, "a person with two hardship identities at once", "L-425", () => ({
    "a.csv": "人员编号,困难身份,开始日期\nP1,低保对象,2018-01-01\nP1,特困人员,2018-03-01\n",
  })),
  fine(0, "a person with one hardship identity after the other", () => ({
    "a.csv": "人员编号,困难身份,开始日期,结束日期\nP1,低保对象,2018-01-01,2018-02-28\nP1,特困人员,2018-03-01,\n",
  })),
  fine(0, "nobody's hardship in a registry", () => ({ "a.csv": "人员编号,困难身份,开始日期\nP1,无,2018-01-01\n" })),
  held(0, "no person", { PSN_NO: "" }, "L-421"),
  remarked(0, "a tier that nobody knows", "L-426", () => ({
    "a.csv": "机构编码,机构名称,指定层级,原因\nH1,甲院,县级,托管\nH2,乙院,区级,托管\n",
  })),
  remarked(0, "a tier set without a reason", "L-427", () => ({
    "a.csv": "机构编码,机构名称,指定层级,原因\nH1,甲院,县级,托管\nH2,乙院,县级,\n",
  })),
  held(0, "an identity number in the place of an institution", { FIXMEDINS_CODE: "11010519491231002X" }, "L-428"),
  held(0, "a telephone number there", { FIXMEDINS_CODE: "１３８ 1234 5678" }, "L-428"),
  held(0, "a name there", { FIXMEDINS_CODE: "欧阳建国" }, "L-428"),
  held(0, "a name in the place of a visit type", { MED_TYPE: "艾力·买买提" }, "L-428"),
  warned(0, "a telephone number in the place of a grade", { HOSP_LV: "13812345678" }, "L-428"),
  warned(0, "a telephone number in the place of an institution's name", { FIXMEDINS_NAME: "13812345678" }, "L-428"),
  ...["示例县医院 某某13812345678", "示例县医院（１３８ １２３４ ５６７８）", "示例县医院/11010519491231002X"].map(
    (name) => warned(0, `the institution's name ${name}`, { FIXMEDINS_NAME: name }, "L-428"),
  ),
  remarked(
    0,
    "a telephone number within a name, in a province whose code begins like one",
    "L-428",
    everyRow((_, i) => ({
      ...{ INSU_ADMDVS: "130102", FIX_BLNG_ADMDVS: "130102" },
      FIXMEDINS_NAME: i === 3 ? "示例县人民医院13812345678" : "示例县人民医院",
    })),
    { region: "130102" },
  ),
  fine(
    0,
    "a name of an institution with numbers",
    everyRow(() => ({ FIXMEDINS_NAME: "示例县第2医院（代码123456789012）3号楼" })),
  ),
  {
    input: 0,
    what: "a telephone number in the place of an identity",
    files: () => {
      const rows = Array.from({ length: 200 }, (_, i) => `P${i},${i === 3 ? "13812345678" : "低保对象"},2018-01-01`);
      return { "a.csv": ["人员编号,困难身份,开始日期", ...rows].join("\n") };
    },
    outcome: "hold",
    code: "L-428",
  },
  remarked(
    0,
    "a word of the bureau's own among codes of visits, again and again",
    "L-412",
    everyRow((_, i) => ({ MED_TYPE: i % 20 === 0 ? "高血压" : "2101", BEGNDATE: i === 3 ? "2018-06-06" : "" })),
  ),
  fine(
    0,
    "institutions by words that could be names",
    everyRow(() => ({ FIXMEDINS_CODE: "黄山医院", FIXMEDINS_NAME: "黄山医院" })),
  ),
  fine(
    0,
    "institutions by numbers that begin with the province, like telephone numbers",
    everyRow((_, i) => ({
      INSU_ADMDVS: "130102",
      FIX_BLNG_ADMDVS: "130102",
      FIXMEDINS_CODE: `1301020${1000 + (i % 40)}`,
      FIXMEDINS_NAME: `第${i % 40}卫生院`,
    })),
    { region: "130102" },
  ),
  remarked(0, "a funding line that nobody knows", "L-422", () => ({
    "f.csv": "year,line,planned_amount\n2018,别的,1.00\n",
  })),
  refused(0, "many rows held", "L-430", () =>
    csv(delimited(settlements(Array.from({ length: 5 }, () => ({ HIFP_PAY: "?" }))))),
  ),
];
