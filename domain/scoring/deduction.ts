import { Decimal, decimal, sum, zero } from "../money";
import { known, type Scorer, unmetUnless } from "./scorer";

/** Full less the marks off of each finding as often as it was found, never below 0. */
export const deduction: Scorer<"deduction"> = ({ rule, full, actual: { counts } }) => {
  const off = sum(rule.findings.map(({ code, marksOff }) => decimal(marksOff).times(counts[code] ?? 0)));
  const found = rule.findings.flatMap(({ code }) => (counts[code] ? [[code, String(counts[code])]] : []));
  return known(
    Decimal.max(zero, full.minus(off)),
    "marks_off",
    { ...Object.fromEntries(found), off: off.toString() },
    { flags: unmetUnless(off.isZero()) },
  );
};
