import type { VisitClass } from "@/domain/dimensions";

/** One row: what a medical type (MED_TYPE, code or name) that begins with `prefix` counts as. */
export interface MedicalType {
  /** First two digits of the region; empty = everywhere. */
  readonly province: string;
  readonly prefix: string;
  /** Only the prefix itself: what goes on after it may be anything. */
  readonly whole: boolean;
  readonly visitClass: VisitClass;
  /** 特殊病种住院: a flagged part of the inpatients. */
  readonly specialDisease: boolean;
}

const everywhere = (visitClass: VisitClass, prefixes: string, specialDisease = false): MedicalType[] =>
  prefixes.split(" ").map((prefix) => ({ province: "", prefix, whole: false, visitClass, specialDisease }));

const whole = (visitClass: VisitClass, names: string): MedicalType[] =>
  everywhere(visitClass, names).map((row) => ({ ...row, whole: true }));

/** The longest prefix wins; of equal ones the province's own. Codes first, then names as exports write them. */
export const medicalTypes: readonly MedicalType[] = [
  ...everywhere("inpatient", "21 22 23 24 25 26 27 28 52 5302 71 92"),
  ...everywhere("inpatient", "210101", true),
  ...everywhere("chronic", "14 9903"),
  ...everywhere("outpatient", "11 12 13 15 16 51 81 91"),
  ...everywhere("other", "29 31 41 61 93"),

  ...everywhere("inpatient", "inpatient 住院 普通住院 外伤住院 转外诊治住院 急诊转住院 异地住院 单病种住院 自主就医"),
  ...everywhere("inpatient", "日间手术 生育住院 计划生育住院 家庭病床 其他住院"),
  ...everywhere("inpatient", "重大疾病住院 特殊病种住院", true),
  ...everywhere("chronic", "chronic 慢特病 慢性病 慢病 特殊病门诊 特病门诊 特慢病 门诊慢 门诊特病 门诊特慢 门诊特殊慢"),
  ...everywhere("chronic", "门诊特殊病 门诊大病 门诊两病"),
  ...everywhere(
    "outpatient",
    "outpatient 普通门诊 门诊统筹 门诊挂号 门诊急诊 门急诊 急诊 特药 中医特色门诊 生育门诊 意外伤害门诊 其他门诊",
  ),
  ...whole("outpatient", "门诊"),
  ...everywhere("other", "other 起付线治疗 院前抢救 定点药店购药 照护 其他购药"),
];

/** Diseases (DISE_NO) whose inpatients are special-disease inpatients, listed by the province. */
export const specialDiseases: readonly { province: string; diseaseCode: string }[] = [];
