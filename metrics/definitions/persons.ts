import { measure } from "@/metrics/define";

export default measure({
  id: "persons",
  label: { zh: "人数", en: "Persons" },
  unit: "persons",
  meaning: {
    zh: "期内在该格人次合计大于 0 的不同参保人；各格不可相加，无人员编号的行不计。",
    en: "Distinct insured persons whose signed cases in the cell and period sum to more than 0. Never added across cells; rows without a person number do not count.",
  },
  better: "neither",
  fact: "payments",
  total: "distinct",
  sql: "count(*) filter (where present)",
  column: { name: "person_key", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "PSN_NO" },
  reviewed: "2026-11-21",
});
