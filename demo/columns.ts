import { dayText, secondsPerDay, secondText } from "./calendar";
import type { FileStyle, Layout } from "./fileStyles";
import {
  ageOn,
  birthDay,
  certificateNumber,
  isFemale,
  personName,
  personNumber,
  telephone,
  townshipOf,
} from "./population";
import { demoMark, homeRegion, homeScheme } from "./region";
import { type Bill, cashPay, fundPay, personPay, type Settlement, totalFee } from "./settlement";
import { diseaseNames } from "./visits";

/**
 * One field of the settlement record and its header in each layout; a layout without one does not export it. `kind`
 * says how a style may write it: amounts in fen, days and seconds since 1970, long numbers, or text as it is.
 */
export type Column = { readonly field: string; readonly headers: Partial<Record<Layout, string>> } & (
  | { readonly kind: "money"; readonly read: (row: Settlement) => number }
  | { readonly kind: "day" | "second"; readonly read: (row: Settlement) => number }
  | { readonly kind: "number" | "text"; readonly read: (row: Settlement) => string }
);

type Headers = readonly [chinese: string | null, ofInterface?: string | null];

function headers(field: string, [chinese, ofInterface]: Headers): Column["headers"] {
  return {
    warehouse: field,
    ...(chinese === null ? {} : { chinese }),
    ...(ofInterface === null ? {} : { interface: ofInterface ?? field.toLowerCase() }),
  };
}

function text(field: string, read: (row: Settlement) => string, ...names: Headers): Column {
  return { field, headers: headers(field, names), kind: "text", read };
}

function longNumber(field: string, read: (row: Settlement) => string, ...names: Headers): Column {
  return { field, headers: headers(field, names), kind: "number", read };
}

function moment(field: string, kind: "day" | "second", read: (row: Settlement) => number, ...names: Headers): Column {
  return { field, headers: headers(field, names), kind, read };
}

/** An amount of the bill, negative on a row that takes money back. */
function money(field: string, amount: (bill: Bill) => number, ...names: Headers): Column {
  return {
    field,
    headers: headers(field, names),
    kind: "money",
    read: ({ bill, negative }) => (negative ? -amount(bill) : amount(bill)),
  };
}

const none = () => 0;
const settledOn = (row: Settlement) => Math.floor(row.settled / secondsPerDay);
const isInpatient = (row: Settlement) => row.visitClass === "inpatient";
/** Level of the deductible: 3, 2, 1 for tertiary, secondary, primary. */
const deductibleLevel = (level: string) => (level <= "04" ? "3" : level <= "07" ? "2" : "1");
const payLocation = ({ institution: { region }, byHand }: Settlement) =>
  byHand ? "1" : region.startsWith("36") ? (region.startsWith("3610") ? "2" : "3") : "4";

/** The order is the one of the warehouse's table. */
export const columns: readonly Column[] = [
  longNumber("SETL_ID", (row) => row.id, "结算ID"),
  text("CLR_OPTINS", () => homeRegion, "清算经办机构"),
  longNumber("MEDINS_SETL_ID", (row) => `S${row.id}`, "医药机构结算ID"),
  longNumber("MDTRT_ID", (row) => row.visit, "就诊ID"),
  longNumber("INIT_SETL_ID", (row) => row.reversalOf, "原结算ID"),
  longNumber("PSN_NO", (row) => personNumber(row.person), "人员编号"),
  text("PSN_NAME", (row) => personName(row.person), "人员姓名"),
  text("PSN_CERT_TYPE", () => "01", null),
  longNumber("CERTNO", (row) => certificateNumber(row.person), "证件号码"),
  text("GEND", (row) => (isFemale(row.person) ? "2" : "1"), "性别"),
  text("NATY", () => "01", null),
  moment("BRDY", "day", (row) => birthDay(row.person), "出生日期"),
  text("AGE", (row) => `${ageOn(row.person, row.begun)}.0`, "年龄"),
  text("INSUTYPE", () => homeScheme, "险种类型"),
  text("PSN_TYPE", (row) => personType(ageOn(row.person, row.begun)), "人员类别"),
  text("CVLSERV_FLAG", () => "0", null),
  text("INSU_ADMDVS", () => homeRegion, "参保所属医保区划"),
  text("EMP_NAME", (row) => `示例县${townshipOf(row.person).name}`, "单位名称", null),
  text("TEL", (row) => telephone(row.person), "联系电话", null),
  text("PAY_LOC", payLocation, null, null),
  text("FIXMEDINS_CODE", (row) => row.institution.code, "定点医药机构编号"),
  text("FIXMEDINS_NAME", (row) => row.institution.name, "定点医药机构名称"),
  text("HOSP_LV", (row) => row.institution.level, "医院等级"),
  text("FIX_BLNG_ADMDVS", (row) => row.institution.region, "定点归属医保区划"),
  text("DEDC_HOSP_LV", (row) => deductibleLevel(row.institution.level), null, null),
  moment("BEGNDATE", "day", (row) => row.begun, "开始日期"),
  moment("ENDDATE", "day", (row) => row.ended, "结束日期"),
  moment("SETL_TIME", "second", (row) => row.settled, "结算时间"),
  text("MDTRT_CERT_TYPE", (row) => row.voucher, "就诊凭证类型"),
  text("MED_TYPE", (row) => row.medicalType, "医疗类别"),
  text("SETL_TYPE", (row) => (row.byHand ? "1" : "2"), "结算类别", null),
  text("CLR_TYPE", (row) => (isInpatient(row) ? "21" : "11"), "清算类别"),
  text("CLR_WAY", () => "1", "清算方式"),
  money("MEDFEE_SUMAMT", totalFee, "医疗费总额"),
  money("FULAMT_OWNPAY_AMT", (bill) => bill.ownPay, "全自费金额"),
  money("OVERLMT_SELFPAY", (bill) => bill.overLimit, "超限价自费费用"),
  money("PRESELFPAY_AMT", (bill) => bill.preSelf, "先行自付金额"),
  money("INSCP_AMT", (bill) => bill.inScope, "符合范围金额", "inscp_scp_amt"),
  money("DEDC_STD", (bill) => bill.deductible, null, null),
  money("ACT_PAY_DEDC", (bill) => bill.deductiblePaid, "实际支付起付线"),
  money("HIFP_PAY", (bill) => bill.pool, "统筹基金支出"),
  money("CVLSERV_PAY", none, "公务员医疗补助资金支出"),
  money("HIFES_PAY", (bill) => bill.supplementary, "补充医疗保险基金支出"),
  money("HIFMI_PAY", (bill) => bill.seriousIllness, "大病补充医疗保险基金支出"),
  money("HIFOB_PAY", none, "大额医疗补助基金支出"),
  money("HIFDM_PAY", none, "伤残人员医疗保障基金支出", null),
  money("MAF_PAY", (bill) => bill.aid, "医疗救助基金支出"),
  money("OTHFUND_PAY", (bill) => bill.other, "其它基金支付", "oth_pay"),
  {
    ...money("FUND_PAY_SUMAMT", fundPay, "基金支付总额"),
    kind: "money",
    read: ({ bill, negative, fundSlip }) => (negative ? -fundPay(bill) : fundPay(bill)) + fundSlip,
  },
  money("PSN_PAY", personPay, "个人支付金额", "psn_part_amt"),
  money("ACCT_PAY", (bill) => bill.account, "个人账户支出"),
  money("CASH_PAYAMT", cashPay, "现金支付金额", "psn_cash_pay"),
  money("OWNPAY_HOSP_PART", (bill) => bill.hospital, "自费中医院负担部分", "hosp_part_amt"),
  money("BALC", none, null),
  money("ACCT_MULAID_PAY", none, "账户共济支付金额"),
  text("REFD_SETL_FLAG", (row) => (row.refunded ? "1" : "0"), "退费结算标志"),
  text("CAL_IPT_CNT", (row) => (isInpatient(row) && !row.midStay ? "1" : "0"), "计算住院次数标志"),
  text("YEAR", (row) => dayText(settledOn(row)).slice(0, 4), "年度", null),
  text("DISE_NO", (row) => row.disease, "病种编号"),
  text("DISE_NAME", (row) => diseaseNames[row.disease] ?? "", "病种名称"),
  text("MANL_REIM_REA", (row) => (row.byHand ? "1" : ""), "零星报销原因", null),
  text("VALI_FLAG", (row) => (row.valid ? "1" : "0"), "有效标志"),
  text("MEMO", () => demoMark, "备注"),
  moment("UPDT_TIME", "second", (row) => row.updated, "数据更新时间"),
  text("OPTER_NAME", () => "示例经办", "经办人姓名", null),
  text("POOLAREA_NO", () => homeRegion, "统筹区编号", null),
  text("MID_SETL_FLAG", (row) => (row.midStay ? "1" : "0"), "中途结算标志"),
];

/** PSN_TYPE: child before school, pupil, adult, elderly resident. */
function personType(age: number): string {
  if (age < 6) return "1402";
  if (age < 18) return "1403";
  return age < 60 ? "1501" : "16";
}

export function columnsOf(style: FileStyle): Column[] {
  return columns.filter(({ field, headers }) => headers[style.layout] !== undefined && !style.without.includes(field));
}

/** How this style writes the cells of a column, without quotes. */
export function cellWriter(column: Column, style: FileStyle): (row: Settlement) => string {
  const { thousands, trailingTabs, dates } = style;
  switch (column.kind) {
    case "money":
      return (row) => moneyText(column.read(row), thousands);
    case "day":
      return (row) => rearranged(dayText(column.read(row)), dates);
    case "second":
      // Nobody writes a time without separators.
      return (row) => rearranged(secondText(column.read(row)), dates === "digits" ? "dashes" : dates);
    case "number":
      return trailingTabs ? (row) => withTab(column.read(row)) : column.read;
    case "text":
      return column.read;
  }
}

function withTab(number: string): string {
  return number === "" ? "" : `${number}\t`;
}

/** Fen as yuan with two decimals. */
export function moneyText(fen: number, thousands: boolean): string {
  if (fen === 0) return "0.00";
  const size = fen < 0 ? -fen : fen;
  const yuan = Math.floor(size / 100);
  const rest = size - yuan * 100;
  const whole = thousands && yuan >= 1000 ? String(yuan).replace(/\B(?=(\d{3})+$)/g, ",") : String(yuan);
  return `${fen < 0 ? "-" : ""}${whole}.${rest < 10 ? "0" : ""}${rest}`;
}

/** 2018-06-03 as 2018/6/3 or 20180603; a time of day stays as it is. */
function rearranged(text: string, dates: FileStyle["dates"]): string {
  if (dates === "dashes") return text;
  if (dates === "digits") return text.replaceAll("-", "");
  const [year, month, day] = text.slice(0, 10).split("-");
  return `${year}/${Number(month)}/${Number(day)}${text.slice(10)}`;
}
