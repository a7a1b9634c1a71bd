import type { Dimension, HardshipStatus, Tier, VisitClass } from "@/domain/dimensions";

export const dimensions: Record<Dimension, string> = {
  month: "月份",
  tier: "医疗机构层级",
  visit_class: "就诊类别",
  hardship_status: "困难人员类别",
  institution: "医疗机构",
  region: "地区",
};

export const tiers: Record<Tier, string> = {
  township: "乡镇",
  county: "县级",
  city: "市级",
  provincial_plus: "省级及省外",
  unclassified: "未归类",
};

export const visitClasses: Record<VisitClass, string> = {
  inpatient: "住院",
  outpatient: "普通门诊",
  chronic: "门诊慢特病",
  other: "其他",
  unclassified: "未归类",
};

export const hardshipStatuses: Record<HardshipStatus, string> = {
  registered_poor: "建档立卡贫困人口",
  extreme_hardship: "特困人员",
  orphan: "孤儿、事实无人抚养儿童",
  subsistence_allowance: "低保对象",
  returned_to_poverty: "返贫致贫人口",
  monitored_sudden: "突发严重困难户",
  monitored_unstable: "脱贫不稳定户",
  monitored_marginal: "边缘易致贫户",
  allowance_marginal: "低保边缘家庭成员",
  illness_poverty: "因病致贫重病患者",
  severe_disability: "重度残疾人",
  out_of_poverty: "稳定脱贫人口",
  none: "普通参保人",
  unclassified: "未归类",
};
