import type { MonitoringEntry } from "@/domain/assessment";
import type { FramePatch } from "@/domain/assessmentChange";
import type { BudgetRow } from "@/domain/projectBudget";
import { type DemoAssessment, type DemoChange, evidence, frame, head, indicator, number } from "./assessmentParts";
import { medicalAidTransfer } from "./medicalAidTransfer";

/** 年度指标值 that the bureau set anew each year. The subsidy standard was left where it had been before 2016. */
const targets = (on: string, { individual, direct }: { individual: string; direct: string }): DemoChange[] => [
  indicator(on, "subsidy_per_head", { target: "320" }),
  indicator(on, "individual_per_head", { target: individual }),
  indicator(on, "direct_settlement_rate", { target: direct }),
];

const budget = (thisYear: Omit<BudgetRow, "source">, carriedOver: Omit<BudgetRow, "source">): FramePatch => ({
  budget: {
    rows: [
      { source: "this_year", ...thisYear },
      { source: "carried_over", ...carriedOver },
    ],
    base: "with_carried_over",
  },
});

/** Why the two whole years did not reach everything; what is entered for each of them. */
interface WholeYear {
  readonly year: number;
  readonly enteredWith: string;
  readonly individual: string;
  readonly direct: { readonly target: string; readonly actual: string };
  readonly hardship: string;
  readonly payableMonths: string;
  readonly satisfaction: string;
  readonly budget: FramePatch;
}

const reasons = {
  budget_execution: "个别参保补助待上级清算后拨付，已列入下年一季度支付计划。",
  enrolment_rate: "外出务工人员在外地参加职工医保，未重复参保；下年与税务、公安逐村核对人员去向。",
  enrolment_completion_rate: "任务数按户籍人口下达，部分人员已在外地参保；下年任务按核对后的人数申报。",
  subsidy_per_head: "年初指标值沿用旧标准，未随当年补助文件调整，设定明显偏低；下年按文件规定的标准设定。",
  inpatient_in_policy_reimbursement_rate: "住院向县外集中，支付比例较低；已调整转诊备案办法，引导在县内就医。",
  compliant_use: "年度检查未发现截留挪用。",
} as const;

function wholeYear(told: WholeYear): DemoAssessment {
  const { year, enteredWith } = told;
  const planned = `${year}-02-20`;
  const assessed = `${year + 1}-01-08`;
  const isHardshipUnmet = told.hardship !== "1";
  const isDirectUnmet = Number(told.direct.actual) < Number(told.direct.target);
  return {
    id: `demo-subsidy-${year}`,
    ...{ year, enteredWith, rubric: "project_expenditure", head: head("城乡居民基本医疗保险补助") },
    createdOn: planned,
    changes: [
      ...targets(planned, { individual: told.individual, direct: told.direct.target }),
      frame(planned, { goal: { expected: "城乡居民应保尽保，财政补助足额到位，待遇按时足额支付。", achieved: "" } }),
      frame(assessed, {
        ...told.budget,
        goal: {
          expected: "城乡居民应保尽保，财政补助足额到位，待遇按时足额支付。",
          achieved: "财政补助全部到位，待遇按时足额支付；参保率略低于年初指标值。",
        },
      }),
      ...Object.entries(reasons).map(([code, reason]) => indicator(assessed, code, { reason })),
      indicator(assessed, "hardship_enrolment_rate", {
        ...number(told.hardship),
        ...(isHardshipUnmet ? { reason: "新认定人员跨年办理参保，已逐人补办。" } : {}),
      }),
      indicator(assessed, "compliant_use", {
        actual: { kind: "yes_no", reached: true },
        actualText: "专款专用，未发现截留挪用",
      }),
      indicator(assessed, "aid_coverage", number("1")),
      indicator(assessed, "direct_settlement_rate", {
        ...number(told.direct.actual),
        ...(isDirectUnmet ? { reason: "部分外省医院尚未接入平台；已公布可直接结算的医院名单。" } : {}),
      }),
      indicator(assessed, "e_voucher_settlement_rate", { applies: false }),
      indicator(assessed, "payable_months", {
        ...number(told.payableMonths),
        overrideReason: "上年滚存结余未录入系统，按财政专户对账单计算（演示数据）。",
      }),
      indicator(assessed, "satisfaction", number(told.satisfaction)),
    ],
    evidence: [
      evidence(assessed, "budget_execution", `${year}年财政支出明细账`),
      evidence(assessed, "hardship_enrolment_rate", `${year}年困难人员参保台账`),
      evidence(assessed, "compliant_use", `${year}年补助资金检查结论`),
      evidence(assessed, "aid_coverage", `${year}年医疗救助台账`),
      evidence(assessed, "direct_settlement_rate", `${year}年异地就医直接结算统计表`),
      evidence(assessed, "satisfaction", `${year}年满意度调查报告`),
    ],
    submittedOn: `${year + 1}-01-20`,
  };
}

const yuan = (opening: string, executed: string): Omit<BudgetRow, "source"> => ({
  opening,
  adjusted: opening,
  executed,
});

/** 2018 up to June, monitored in July: targets, what is known so far, and lights. */
function inProgress(): DemoAssessment {
  const [planned, monitored] = ["2018-02-26", "2018-07-05"];
  const light = (code: string, monitoring: MonitoringEntry) => indicator(monitored, code, { monitoring });
  return {
    id: "demo-subsidy-2018",
    ...{ year: 2018, rubric: "project_expenditure", head: head("城乡居民基本医疗保险补助") },
    enteredWith: monitored,
    createdOn: planned,
    changes: [
      ...targets(planned, { individual: "210", direct: "0.7" }),
      indicator(planned, "e_voucher_settlement_rate", { target: "0.05" }),
      frame(planned, { goal: { expected: "城乡居民应保尽保，财政补助足额到位，待遇按时足额支付。", achieved: "" } }),
      frame(monitored, budget(yuan("159154450.00", "143557313.90"), yuan("1364880.00", "1364880.00"))),
      indicator(monitored, "hardship_enrolment_rate", number("1")),
      indicator(monitored, "direct_settlement_rate", number("0.712")),
      light("budget_execution", { chance: "certain" }),
      light("enrolment_rate", { chance: "possible", cause: "staff", remark: "下半年核对外出务工人员去向。" }),
      light("enrolment_completion_rate", { chance: "possible", cause: "staff" }),
      light("subsidy_in_place_rate", { chance: "certain" }),
      light("county_subsidy_in_place_rate", {
        ...{ chance: "possible", cause: "funds", expected: "1" },
        remark: "县级配套安排在三、四季度拨付。",
      }),
      light("inpatient_in_policy_reimbursement_rate", {
        ...{ chance: "impossible", cause: "rules" },
        remark: "县外住院占比继续上升。",
      }),
      light("e_voucher_settlement_rate", {
        chance: "possible",
        cause: "equipment",
        remark: "村卫生室扫码设备尚未配齐。",
      }),
    ],
    evidence: [evidence(monitored, "hardship_enrolment_rate", "2018年上半年困难人员参保台账")],
    submittedOn: null,
  };
}

/** The campaign of 2018 with the contradiction of a published one: 50 in the heading, 40 estimated in the text. */
function campaign(): DemoAssessment {
  const on = "2018-07-05";
  return {
    id: "demo-campaign-2018",
    ...{ year: 2018, rubric: "enrolment_campaign", head: head("城乡居民医保参保缴费工作") },
    ...{ enteredWith: on, createdOn: "2018-03-05" },
    changes: [
      indicator(on, "deployment", { scores: { self: "10" } }),
      indicator(on, "cooperation", { scores: { self: "10" } }),
      indicator(on, "superior_assessment", { scores: { self: "50", estimate: "40" } }),
      indicator(on, "criticism", { actual: { kind: "findings", counts: {} } }),
      indicator(on, "online_payment_rate", number("0.9")),
      indicator(on, "bonus", { scores: { self: "3" } }),
    ],
    evidence: [
      evidence(on, "deployment", "参保缴费工作会议纪要"),
      evidence(on, "cooperation", "报送材料登记表"),
      evidence(on, "online_payment_rate", "线上缴费统计表"),
    ],
    submittedOn: null,
  };
}

/** Three years of targets and values, two of them submitted; in the order in which they are entered. */
export function demoAssessments(): DemoAssessment[] {
  return [
    wholeYear({
      ...{ year: 2016, enteredWith: "2017-01-05", individual: "120", hardship: "0.9984" },
      direct: { target: "0.6", actual: "0.587" },
      ...{ payableMonths: "7.4", satisfaction: "0.915" },
      budget: budget(yuan("133938000.00", "132598620.00"), yuan("1200000.00", "1200000.00")),
    }),
    wholeYear({
      ...{ year: 2017, enteredWith: "2018-01-05", individual: "180", hardship: "1" },
      direct: { target: "0.65", actual: "0.684" },
      ...{ payableMonths: "6.2", satisfaction: "0.923" },
      budget: budget(yuan("144742500.00", "143380000.00"), yuan("1339380.00", "1339380.00")),
    }),
    medicalAidTransfer(),
    inProgress(),
    campaign(),
  ];
}
