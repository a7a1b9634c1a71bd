import { defineProfile } from "./define";
import { certificateNumberHeaders, personNumberHeaders } from "./personHeaders";
import { requiredSettlementHeaders } from "./settlementHeaders";

/** One person, one identity, one validity. */
export const hardshipRegistry = defineProfile({
  name: "hardship-registry",
  kind: "hardship_registry",
  headers: {
    person_number: ["psn_no", ...personNumberHeaders],
    certificate_number: ["certno", ...certificateNumberHeaders],
    identity: [
      "psn_idet_type",
      "困难身份",
      "人员身份类别",
      "医疗救助身份",
      "救助身份",
      "救助对象类型",
      "困难人员类别",
      "救助类别",
      "救助对象类别",
      "困难类别",
      "身份类别",
    ],
    begins_at: [
      "begntime",
      "开始日期",
      "开始时间",
      "纳入日期",
      "生效日期",
      "纳入资助时间",
      "认定日期",
      "认定时间",
      "起始日期",
      "起始时间",
      "生效时间",
      "纳入时间",
    ],
    ends_at: [
      "endtime",
      "结束日期",
      "结束时间",
      "退出日期",
      "退出时间",
      "失效日期",
      "失效时间",
      "终止日期",
      "终止时间",
      "截止日期",
      "截止时间",
      "离开日期",
      "有效期至",
    ],
  },
  oneOf: [["person_number", "certificate_number"]],
  neverWith: requiredSettlementHeaders,
  neverRead: ["序号", "姓名", "人员姓名", "psn_name", "psn_cert_type", "证件类型", "psn_type_lv", "memo", "备注"],
});
