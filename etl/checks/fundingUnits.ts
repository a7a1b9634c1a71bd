import { defineCheck } from "./define";

/** About ten thousand: what 元 and 万元, or 人 and 万人, differ by. */
const tenThousand = { least: 5000, most: 20_000 };
const worked = "(per_head * heads)::double";
const isTenThousandTimes = (one: string, other: string) =>
  `${one} between ${tenThousand.least} * ${other} and ${tenThousand.most} * ${other}`;

/** What a funding line comes to a head, times the heads, is ten thousand times what is planned, or a ten-thousandth of it. */
export const fundingInOtherUnit = defineCheck({
  code: "L-309",
  kinds: ["funding"],
  outcome: "hold",
  field: "planned_amount",
  when: () =>
    `least(${worked}, planned_amount) > 0
      and (${isTenThousandTimes("planned_amount", worked)} or ${isTenThousandTimes(worked, "planned_amount")})`,
});
