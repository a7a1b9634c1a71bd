import { defineProfile } from "./define";

/** People enrolled, one row per township and month. */
export const enrolment = defineProfile({
  name: "enrolment",
  kind: "enrolment",
  headers: {
    insured_region: ["admdvs", "医保区划", "参保区划", "乡镇编码", "地区编码"],
    month: ["month", "月份", "所属月份", "统计月份"],
    enrolled: ["enrolled", "参保人数", "实际参保人数", "已参保人数"],
    target: ["target", "目标人数", "应参保人数", "参保任务数"],
    population_base: ["population_base", "人口口径"],
    population: ["population", "人口数", "常住人口", "户籍人口"],
  },
  neverRead: ["序号", "备注", "memo", "乡镇", "乡镇名称", "admdvs_name"],
});
