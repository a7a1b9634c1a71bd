import { hardshipStatuses, tiers, visitClasses } from "@/domain/dimensions";
import { randomNumbers } from "@/tests/setup/random";
import { type CountyRows, type FactRow, person, region, settlement } from "./fixtureCounty";

/** A county with reversals, refunded persons, empty columns, aid by hand, growing enrolment and funding in parts. */
export function randomCounty(seed: number, months: readonly string[], rowsPerMonth: number): CountyRows {
  const random = randomNumbers(seed);
  const pick = <Member>(members: readonly Member[]): Member => members[Math.floor(random() * members.length)]!;
  const cents = (sign: number) =>
    `${sign < 0 ? "-" : ""}${Math.floor(random() * 9e6)}.${String(Math.floor(random() * 100)).padStart(2, "0")}`;
  const optional = (value: string) => (random() < 0.004 ? null : value);
  const settlements: FactRow[] = [];
  for (const month of months) {
    for (let count = 0; count < rowsPerMonth; count++) {
      const reversal = random() < 0.08;
      const sign = reversal ? -1 : 1;
      settlements.push(
        settlement({
          month,
          scheme: random() < 0.9 ? "390" : "310",
          insured_region: `36103110${Math.floor(random() * 3)}`,
          institution: `H00${Math.floor(random() * 4)}`,
          tier: pick(tiers.slice(1, 4)),
          visit_class: pick(visitClasses.slice(0, 3)),
          hardship_status: pick(hardshipStatuses.slice(0, 3)),
          special_disease: random() < 0.1,
          voucher_kind: pick(["01", "02", "03"]),
          person_key: random() < 0.005 ? null : person(Math.floor(random() * 40)),
          reversal,
          cases: random() < 0.05 ? 0 : sign,
          inpatient_days: sign * Math.floor(random() * 20),
          total_fee_amount: cents(sign),
          in_scope_fee_amount: optional(cents(sign)),
          pool_pay_amount: cents(sign),
          serious_illness_pay_amount: optional(cents(sign)),
          medical_aid_pay_amount: cents(sign),
          other_guarantee_pay_amount: cents(sign),
          fund_pay_amount: cents(sign),
          account_pay_amount: month < "2017" ? null : cents(sign),
          cash_pay_amount: cents(sign),
        }),
      );
    }
  }
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return {
    fct_settlements: settlements,
    fct_manual_aid: months.map((month) => ({
      month,
      insured_region: region,
      hardship_status: pick(hardshipStatuses),
      visit_class: "inpatient",
      cases: 2,
      amount: cents(1),
    })),
    fct_enrolment: months.flatMap((month) =>
      [0, 1, 2].map((town) => ({
        month,
        insured_region: `36103110${town}`,
        enrolled: 300 + Math.floor(random() * 20),
        target: 310,
        population: 320,
        population_base: "常住",
      })),
    ),
    fct_hardship_registry: Array.from({ length: 60 }, (_, index): FactRow => {
      const [begins, ends] = [pick(months), pick(months)].sort();
      return {
        scheme: random() < 0.9 ? "390" : "310",
        person_key: person(index),
        hardship_status: pick(hardshipStatuses.slice(0, 5)),
        begins_on: random() < 0.2 ? null : `${begins}-11`,
        ends_before: random() < 0.5 ? null : `${ends}-28`,
      };
    }),
    fct_funding: years.flatMap((year): FactRow[] => [
      {
        year,
        line: "subsidy",
        source_level: "central",
        per_head: "356",
        heads: 1000,
        in_place_amount: cents(1),
        in_place_date: `${year}-02-03`,
      },
      {
        year,
        line: "subsidy",
        source_level: "central",
        per_head: "356",
        heads: 1000,
        in_place_amount: cents(1),
        in_place_date: `${year}-05-31`,
      },
      { year, line: "individual", source_level: "individual", per_head: "210", heads: 1000, in_place_amount: cents(1) },
      {
        year,
        line: "serious_illness_premium",
        per_head: "60",
        heads: 1000,
        in_place_amount: "60000.00",
        in_place_date: `${year}-04-01`,
      },
      { year, line: "opening_surplus", planned_amount: cents(1) },
    ]),
  };
}
