import { type DemoAssessment, evidence, frame, head, indicator, number } from "./assessmentParts";
import { countyName } from "./region";

const goal =
  "对符合条件的困难群众参保给予资助，对住院和门诊个人负担较重的给予救助，减轻看病就医负担，防止因病致贫返贫。";

/** Medical aid of 2017, one of the three central funds: a form without points, and a target that was set far too low. */
export function medicalAidTransfer(): DemoAssessment {
  const [planned, assessed] = ["2017-02-20", "2018-01-05"];
  return {
    id: "demo-medical-aid-2017",
    ...{ year: 2017, rubric: "medical_aid_transfer", enteredWith: assessed, createdOn: planned },
    head: {
      ...head("城乡医疗救助补助资金"),
      centralDepartment: "民政部、财政部",
      department: "示例省民政厅、示例省财政厅",
      unit: `${countyName}民政局、${countyName}医疗保障局`,
    },
    changes: [
      indicator(planned, "aid_cases", { target: "9000" }),
      indicator(planned, "aid_amount", { target: "600" }),
      frame(planned, { goal: { expected: goal, achieved: "" } }),
      frame(assessed, {
        goal: {
          expected: goal,
          achieved: "困难群众应保尽保，住院和门诊救助按时兑付，一站式结算覆盖县域内全部定点医院。",
        },
        budget: {
          base: "with_carried_over",
          rows: [
            { source: "central", opening: "8293000.00", adjusted: "8293000.00", executed: "8293000.00" },
            { source: "local", opening: "4100000.00", adjusted: "4303200.00", executed: "4180000.00" },
            { source: "other", opening: "0.00", adjusted: "0.00", executed: "0.00" },
            { source: "lottery", opening: "1000000.00", adjusted: "1000000.00", executed: "856123.45" },
          ],
        },
        management: [
          {
            topic: "allocation",
            situation: "按困难群众人数、上年救助支出和地方财力分配到乡镇，方案经局务会集体研究。",
            problems: "无",
          },
          { topic: "handing_down", situation: "上级资金到县后30日内下达。", problems: "无" },
          { topic: "payment", situation: "通过社会保障基金财政专户拨付，一卡通发放到人。", problems: "无" },
          { topic: "use", situation: "专款专用，年度检查未发现截留挪用。", problems: "无" },
          {
            topic: "execution",
            situation: "预算执行率98.04%，县级配套结余结转下年。",
            problems: "彩票公益金下达较晚，12月底尚有结余；下年提前编制用款计划。",
          },
          {
            topic: "performance_management",
            situation: "年中开展绩效运行监控，结果报财政局。",
            problems: "部分指标缺少历年数据；已建立台账。",
          },
          { topic: "spending_duty", situation: "县级配套资金按规定足额安排。", problems: "无" },
        ],
        remark: "医疗救助人次含结算系统内救助和手工救助。",
      }),
      indicator(assessed, "aid_cases", {
        reason: "年初指标值按上年资助人数设定，明显偏低；下年按近三年救助人次设定。",
      }),
      indicator(assessed, "aid_amount", { reason: "12月部分救助金次年1月兑付；下年按月清算。" }),
      indicator(assessed, "compliant_aid_rate", number("1")),
      indicator(assessed, "key_inpatient_aid_rate", {
        ...number("0.685"),
        reason: "部分对象在省外住院，未即时结算；已补办手工救助并优化备案。",
      }),
      indicator(assessed, "one_stop_settlement_rate", number("0.932")),
      indicator(assessed, "paid_in_time", number("1")),
      indicator(assessed, "aid_coverage", number("1")),
      indicator(assessed, "satisfaction", number("0.914")),
      indicator(assessed, "lasting_effect", {
        actual: { kind: "quality", grade: "reached", share: "0.9" },
        actualText: "因病致贫返贫风险下降",
      }),
    ],
    evidence: [
      evidence(assessed, "compliant_aid_rate", "2017年医疗救助审核记录"),
      evidence(assessed, "key_inpatient_aid_rate", "2017年医疗救助台账"),
    ],
    submittedOn: null,
  };
}
