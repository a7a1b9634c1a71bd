import { decimal } from "../money";
import type { QualitativeGrade } from "./scored";
import { known, type Scorer, unmetUnless } from "./scorer";

/** Shares of the marks that a grade leaves open: from `least` to below `below`; the best one up to 1. */
export const qualitativeShares: Readonly<Record<QualitativeGrade, { readonly least: string; readonly below: string }>> =
  {
    reached: { least: "0.8", below: "1" },
    partly: { least: "0.6", below: "0.8" },
    missed: { least: "0", below: "0.6" },
  };

/** 达成预期 100–80%（含）, 部分达成 80–60%（含）, 未达成 60–0% of the marks. */
export function isShareOf(grade: QualitativeGrade, share: string): boolean {
  const { least, below } = qualitativeShares[grade];
  const value = decimal(share);
  return value.gte(least) && (value.lt(below) || (grade === "reached" && value.eq(below)));
}

/** Full × the share that was said inside the grade. */
export const qualitative: Scorer<"qualitative"> = ({ full, actual: { grade, share } }) =>
  known(full.times(decimal(share)), "quality_share", { grade, share }, { flags: unmetUnless(grade === "reached") });
