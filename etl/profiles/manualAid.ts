import { defineProfile } from "./define";

/** Aid paid by hand, outside the settlement system. */
export const manualAid = defineProfile({
  name: "manual-aid",
  kind: "manual_aid",
  headers: {
    insured_region: ["admdvs", "医保区划", "乡镇编码", "地区编码"],
    month: ["month", "月份", "所属月份", "救助月份", "救助日期", "救助时间"],
    identity: ["identity", "救助身份", "困难身份", "救助对象类型"],
    visit_class: ["visit_class", "就诊类型", "医疗类别", "救助方式"],
    cases: ["cases", "人次", "救助人次"],
    amount: ["amount", "救助金额", "手工救助金额"],
  },
  neverRead: ["序号", "备注", "memo"],
});
