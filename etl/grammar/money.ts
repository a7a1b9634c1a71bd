import type { AmountUnit } from "@/domain/extractProfile";
import { fault, type Grammar, matches } from "./sql";
import { clean, isEmptyWord, whenWithoutResult } from "./text";

const number = "([0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+)([.][0-9]+)?";
const grouped = "-?[0-9]{1,3}(,[0-9]{3}){1,2}([.][0-9]{1,2})?";
/** -1,234.50 · ¥1 234.5 · 1234.50 元 · (100.00) · 100- · 12.5万元 */
const unitInCell = " ?(元|万元|万)?";
const wide = `(-?¥?|¥-)${number}${unitInCell}|[(]¥?${number}${unitInCell}[)]|¥?${number}-`;
const scientific = "[+-]?[0-9]+([.][0-9]*)?[eE][+-]?[0-9]+";
const errorCell = "#.*|[+-]?(inf|infinity|∞)";

/** What most amounts of a settlement are: compared sooner than matched or cast. */
const usual = "0.00";

/** What DECIMAL(18,2) holds. */
const mostDigits = 16;
/** Of one settlement: a longer number is no amount but somebody's number in the wrong column. */
export const settlementDigits = 10;

/**
 * An amount, exact: at most two decimals that are not zero (L-302), grouping only in threes, a unit that agrees with
 * the header (L-309), at most `digits` before the point (L-307). `unit` is the header's, null where it names none. Value: DECIMAL(18,2) in yuan.
 */
export function money(unit: AmountUnit | null, digits: number = mostDigits): Grammar {
  const plain = `-?[0-9]{1,${digits}}([.][0-9]{1,2})?`;
  const inYuan = unit !== "ten_thousand_yuan";
  return {
    plain: inYuan ? plain : null,
    usual,
    tidy: clean,
    canonical: (tidy) => {
      return `case
        ${inYuan ? `when ${matches(tidy, grouped)} then replace(${tidy}, ',', '')` : ""}
        when ${tidy} is null or ${isEmptyWord(tidy)} then null
        when ${matches(tidy, wide)} then ${oddAmount(tidy, unit, digits)}
        when ${matches(tidy, scientific)} then ${fault("L-303")}
        when ${matches(`lower(${tidy})`, errorCell)} then ${fault("L-304")}
        ${whenWithoutResult(tidy)}
        else ${fault("L-301")} end`;
    },
    // The narrowest type keeps sums of parts in 64 bits, which are several times as fast as 128.
    typed: (canonical) => {
      const type = `decimal(${digits + 2},2)`;
      return `case when ${canonical} = '${usual}' then 0::${type} else ${canonical}::${type} end`;
    },
  };
}

/** An amount that the wide grammar accepted: digits, unit and sign taken apart and put together plainly. */
function oddAmount(tidy: string, unit: AmountUnit | null, most: number): string {
  const digits = `regexp_replace(${tidy}, '[^0-9.]', '', 'g')`;
  const whole = `ltrim(split_part(${digits}, '.', 1), '0')`;
  const fraction = `rtrim(split_part(${digits}, '.', 2), '0')`;
  const amount = `('0' || ${whole} || '.' || ${fraction} || '0')`;
  const sign = `case when contains(${tidy}, '-') or contains(${tidy}, '(') then '-' else '' end`;
  const hasTenThousands = `contains(${tidy}, '万')`;
  const disagrees =
    unit === "ten_thousand_yuan"
      ? `contains(${tidy}, '元') and not ${hasTenThousands}`
      : unit === "yuan"
        ? hasTenThousands
        : "false";
  const inTenThousands = unit === "ten_thousand_yuan" ? "true" : hasTenThousands;
  return `case when ${disagrees} then ${fault("L-309")}
    when ${inTenThousands} then
      case when length(${fraction}) > 6 then ${fault("L-302")} when length(${whole}) > ${most - 4} then ${fault("L-307")}
        else ${sign} || (${amount}::decimal(22,7) * 10000)::decimal(18,2)::varchar end
    when length(${fraction}) > 2 then ${fault("L-302")}
    when length(${whole}) > ${most} then ${fault("L-307")}
    else ${sign} || ${amount} end`;
}
