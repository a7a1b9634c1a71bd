import { explainingMember } from "@/domain/influence";
import { influencesOn, institutionsQuestion, isComparedTier } from "@/figures/outliers";
import type { AnswerRow } from "@/figures/question";
import { fill } from "@/messages/fill";
import { count } from "@/messages/numbers";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import inPolicyRate from "@/metrics/definitions/in_policy_reimbursement_rate";
import poolPayPerCase from "@/metrics/definitions/pool_pay_per_case";
import poolPaymentRate from "@/metrics/definitions/pool_payment_rate";
import { inpatient, inpatientsOf } from "../inpatients";
import { before, changeOf, growthOf } from "./change";
import { type Place, type Quantity, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { hasAny, memberName } from "./members";

const metrics = [cases.id, feePerCase.id, poolPayPerCase.id, poolPaymentRate.id, inPolicyRate.id];

/** 次均: what a stay costs and what the fund pays of it, by tier; and what the growth is without the one that explains it. */
export const perCase: TableDefinition = {
  id: "per_case",
  cuts: [],
  questions: ({ scope }) => {
    const ofInpatients = inpatientsOf(scope);
    return [{ ...ofInpatients, by: ["tier"], metrics }, institutionsQuestion(ofInpatients)];
  },
  build: ([byTier, byInstitution], context) => {
    const { words, institutions } = context;
    const { title, columns, notes } = words.tables.perCase;
    const rows = byTier!.rows
      .filter((answered) => hasAny(answered, cases.id))
      .map((answered) => {
        const tier = answered.key.tier ?? "";
        const explaining = isComparedTier(tier)
          ? explainingMember(influencesOn(byInstitution!.rows.filter(({ key }) => key.tier === tier)))
          : null;
        const note =
          explaining &&
          fill(notes.without, {
            tier: memberName("tier", tier, context),
            institution: institutions.get(explaining.key)?.name ?? explaining.key,
            now: count(explaining.casesNow, "prose"),
            before: count(explaining.casesThen, "prose"),
          });
        return { row: rowOf(answered, explaining, context), note };
      });
    return {
      id: "per_case",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "cases", label: columns.cases, kind: "number" },
        { id: "fee_per_case", label: columns.feePerCase, kind: "number" },
        { id: "pool_pay_per_case", label: columns.poolPayPerCase, kind: "number" },
        { id: "pool_payment_rate", label: columns.poolPaymentRate, kind: "number" },
        { id: "in_policy_rate", label: columns.inPolicyRate, kind: "number" },
        { id: "before", label: columns.before, kind: "number" },
        { id: "change", label: columns.change, kind: "number" },
        { id: "growth", label: columns.growth, kind: "number" },
        { id: "growth_without", label: columns.growthWithout, kind: "number" },
      ],
      rows: [...rows.map(({ row }) => row), rowOf(byTier!.total, null, context)],
      notes: [notes.rates, ...rows.flatMap(({ note }) => note ?? []), notes.others],
    };
  },
};

function rowOf(answered: AnswerRow, explaining: ReturnType<typeof explainingMember>, context: TableContext): Row {
  const { tier } = answered.key;
  const place: Place = { where: tier ? { ...inpatient, tier: [tier] } : inpatient };
  return {
    id: tier ?? "total",
    label: tier ? memberName("tier", tier, context) : context.words.tables.total,
    role: tier ? "part" : "total",
    cells: {
      cases: quantity(answered.values, cases, place),
      fee_per_case: quantity(answered.values, feePerCase, place),
      pool_pay_per_case: quantity(answered.values, poolPayPerCase, place),
      pool_payment_rate: quantity(answered.values, poolPaymentRate, place),
      in_policy_rate: quantity(answered.values, inPolicyRate, place),
      before: before(answered, feePerCase, place, context.scope.compare ?? undefined),
      change: changeOf(answered, feePerCase, place),
      growth: growthOf(answered, feePerCase, place),
      growth_without: growthWithout(explaining?.key ?? null, explaining?.growthWithout.toString() ?? null, place),
    },
  };
}

/** Where the growth of a mean without one institution can be asked. */
export function growthWithoutPlace(institution: string, place: Place): Place {
  return { ...place, reading: "growth_without", extra: { without: institution } };
}

/** The growth of a tier's fee per case without one institution. */
export function growthWithout(institution: string | null, value: string | null, place: Place): Quantity {
  const asked: Place = institution ? growthWithoutPlace(institution, place) : { ...place, reading: "growth_without" };
  const reason = value === null ? "no_explaining_institution" : null;
  return { ...asked, metric: feePerCase, value, reason, unit: "percent", signed: true };
}
