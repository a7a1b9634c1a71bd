import { causeNames } from "@/domain/decomposition";
import { type Tier, tiers } from "@/domain/dimensions";
import type { Decimal } from "@/domain/money";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import { cellChoiceOf, cellChoices, type Why, whyOf, whyQuestion } from "../why";
import { causeAmount, causeLabel, causeShare, changeOfInpatients } from "./causes";
import type { Content, Place, Row, TableContext, TableDefinition } from "./define";

/** The same, one level deeper: what each tier's cells have in every cause. */
export const tierCauses: TableDefinition = {
  id: "tier_causes",
  cuts: [],
  choices: { cells: cellChoices },
  questions: ({ scope, choices }) => [whyQuestion(scope, cellChoiceOf(choices?.cells))],
  build: ([cells], context) => {
    const { words, language } = context;
    const { title, columns } = words.tables.tierCauses;
    const why = whyOf(cells!, moneyUnit(language));
    return {
      id: "tier_causes",
      title,
      columns: [
        { id: "name", label: words.dimensions.tier, kind: "text" },
        ...(why?.causes ?? []).map(({ name }) => ({
          id: name,
          label: fill(columns.cause, { cause: causeLabel(name, context) }),
          kind: "number" as const,
        })),
        { id: "change", label: columns.change, kind: "number" },
        { id: "share", label: columns.share, kind: "number" },
      ],
      rows: why
        ? [
            ...tiers.flatMap((tier: Tier) => {
              const own = why.tiers.get(tier);
              return own ? [rowOf(tier, own, why.change, context)] : [];
            }),
            rowOf(null, why, why.change, context),
          ]
        : [],
      notes: [words.causes.cells[cellChoiceOf(context.choices?.cells)], words.tables.tierCauses.note],
    };
  },
};

/** A tier's row, or that of all; `change` is that of all. */
function rowOf(tier: Tier | null, own: Why, change: Decimal, context: TableContext): Row {
  const { words } = context;
  const place: Place = tier ? { cell: { tier } } : {};
  const share = change.isZero() ? null : own.change.div(change).toString();
  const cells: Record<string, Content> = {
    change: changeOfInpatients(own.change, tier ? { tier: [tier] } : {}),
    share: causeShare(causeNames, share, context, place),
  };
  for (const { name, amount, printedAmount } of own.causes) {
    cells[name] = { ...causeAmount([name], amount.toString(), context, place), printed: printedAmount.toString() };
  }
  return {
    id: tier ?? "total",
    label: tier ? words.tiers[tier] : words.tables.total,
    role: tier ? "part" : "total",
    cells,
  };
}
