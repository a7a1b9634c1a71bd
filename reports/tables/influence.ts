import type { Tier } from "@/domain/dimensions";
import type { Influence } from "@/domain/influence";
import { influencesByTier, institutionsQuestion } from "@/figures/outliers";
import type { AnswerRow } from "@/figures/question";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { inpatient, inpatientsOf } from "../inpatients";
import { before, growthOf } from "./change";
import { type Place, type Quantity, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { institutionPath, memberName } from "./members";
import { growthWithout } from "./perCase";

/** How many institutions are listed. */
const most = 10;

/** Which institutions move the growth of their tier's fee per case most, either way. */
export const influence: TableDefinition = {
  id: "influence",
  cuts: [],
  questions: ({ scope }) => [institutionsQuestion(inpatientsOf(scope))],
  build: ([byInstitution], context) => {
    const { title, columns, note } = context.words.tables.influence;
    const strongest = influencesByTier(byInstitution!.rows)
      .flatMap(({ tier, members }) => members.map((member) => ({ tier, member })))
      .filter(({ member }) => member.influence && !member.influence.isZero())
      .sort((a, b) => b.member.influence!.abs().comparedTo(a.member.influence!.abs()))
      .slice(0, most);
    return {
      id: "influence",
      title,
      columns: [
        { id: "name", label: columns.name, kind: "text" },
        { id: "tier", label: columns.tier, kind: "text" },
        { id: "cases", label: columns.cases, kind: "number" },
        { id: "cases_before", label: columns.casesBefore, kind: "number" },
        { id: "fee_per_case", label: columns.feePerCase, kind: "number" },
        { id: "growth", label: columns.growth, kind: "number" },
        { id: "growth_without", label: columns.growthWithout, kind: "number" },
        { id: "influence", label: columns.influence, kind: "number" },
      ],
      rows: strongest.map(({ tier, member }) => {
        const own = byInstitution!.rows.find(({ key }) => key.tier === tier && key.institution === member.key)!;
        return rowOf(own, tier, member, context);
      }),
      notes: [note],
    };
  },
};

function rowOf(answered: AnswerRow, tier: Tier, member: Influence, context: TableContext): Row {
  const ofTier: Place = { where: { ...inpatient, tier: [tier] } };
  const own: Place = { where: { ...ofTier.where, institution: [member.key] } };
  return {
    id: `${tier}.${member.key}`,
    label: memberName("institution", member.key, context),
    role: "part",
    path: institutionPath(member.key),
    cells: {
      tier: context.words.tiers[tier],
      cases: quantity(answered.values, cases, own),
      cases_before: before(answered, cases, own, context.scope.compare ?? undefined),
      fee_per_case: quantity(answered.values, feePerCase, own),
      growth: growthOf(answered, feePerCase, own),
      growth_without: growthWithout(member.key, member.growthWithout?.toString() ?? null, ofTier),
      influence: influenceOf(member, ofTier),
    },
  };
}

/** With everybody minus without the institution, in points. */
function influenceOf({ key, influence }: Influence, ofTier: Place): Quantity {
  return {
    ...ofTier,
    reading: "influence",
    extra: { without: key },
    metric: feePerCase,
    value: influence?.toString() ?? null,
    reason: influence ? null : "no_data",
    unit: "points",
    signed: true,
  };
}
