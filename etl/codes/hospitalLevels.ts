import type { Tier } from "@/domain/dimensions";

/** One row: the tier of an institution of the insured person's own county by its grade (HOSP_LV, code or name). */
export interface HospitalLevel {
  /** First two digits of the region; empty = everywhere. */
  readonly province: string;
  readonly level: string;
  readonly tier: Extract<Tier, "township" | "county">;
}

const everywhere = (tier: HospitalLevel["tier"], levels: string): HospitalLevel[] =>
  levels.split(" ").map((level) => ({ province: "", level, tier }));

/** Matched whole: `1` is another list (限价医院等级) and must not be read as 10 or 01. */
export const hospitalLevels: readonly HospitalLevel[] = [
  ...everywhere("county", "01 02 03 04 05 06 07"),
  ...everywhere("county", "三级特等 三级甲等 三级乙等 三级丙等 三级 二级甲等 二级乙等 二级丙等 二级"),
  ...everywhere("township", "08 09 10 11"),
  ...everywhere("township", "一级甲等 一级乙等 一级丙等 一级 无等级 未定级"),
];
