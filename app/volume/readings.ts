import { listInstitutions } from "@/db/queries/listInstitutions";
import { type CauseName, causeNames } from "@/domain/decomposition";
import { type Decimal, sum } from "@/domain/money";
import { answer } from "@/figures/answer";
import { cellMetrics } from "@/figures/causes";
import { influencesOn } from "@/figures/outliers";
import { causeLabel } from "@/reports/tables/causes";
import { cellChoiceOf, type Why, whyOf, whyQuestion } from "@/reports/why";
import { type Asked, ask, said, type Worked } from "../reading";
import { cellIn } from "../scope";

/** What the causes that an address names brought: of everybody, or of the tier in its cell. */
export async function cause(asked: Asked): Promise<Worked> {
  const { names, own } = await explainedBy(asked);
  const { words } = asked.writer;
  const amount = own && amountOf(own, names);
  const meaning = told(names)
    .map((name) => words.causes[name].meaning)
    .join(words.shell.separator);
  return { value: amount, parts: { ...inWords(asked, names), meaning, change: yuan(own?.change, asked) } };
}

/** The same as a share of the whole change. */
export async function causeShare(asked: Asked): Promise<Worked> {
  const { names, own, why } = await explainedBy(asked);
  const amount = own && amountOf(own, names);
  return {
    value: amount && why && !why.change.isZero() ? amount.div(why.change) : null,
    unit: "percent",
    parts: { ...inWords(asked, names), amount: yuan(amount, asked), change: yuan(why?.change, asked) },
  };
}

async function explainedBy({ shown, params }: Asked) {
  const answered = await answer(shown.installation, whyQuestion(shown.scope, cellChoiceOf(params.cells)));
  const asked = typeof params.cause === "string" ? params.cause.split(",") : [];
  const names = causeNames.filter((name) => asked.includes(name));
  const why = whyOf(answered);
  const { tier } = cellIn(params);
  return { names, why, own: tier ? (why?.tiers.get(tier) ?? null) : why };
}

/** All causes together are the change, to its last digit. */
function amountOf({ causes, change }: Why, names: readonly CauseName[]): Decimal {
  if (names.length === causeNames.length) return change;
  return sum(causes.filter(({ name }) => names.includes(name)).map(({ amount }) => amount));
}

/** Money without cases is named only where it stands alone. */
const told = (names: readonly CauseName[]) => (names.length > 1 ? names.filter((name) => name !== "uncounted") : names);

function inWords({ writer: { words }, params }: Asked, names: readonly CauseName[]) {
  const cells = cellChoiceOf(params.cells);
  const labels = told(names).map((name) => causeLabel(name, { words, choices: { cells } }));
  return { causes: labels.join(words.shell.and), cells: words.causes.cells[cells] };
}

const yuan = (value: Decimal | null | undefined, { writer }: Asked) => said(value ?? null, "yuan", writer);

/** The growth of fee per case with one institution left out of both periods. */
export async function growthWithout(asked: Asked): Promise<Worked> {
  const { institution, member } = await leftOut(asked);
  const { metric, writer } = asked;
  return {
    value: member?.growthWithout ?? null,
    unit: "percent",
    parts: {
      institution,
      now: said(member?.withoutNow ?? null, metric.unit, writer),
      before: said(member?.withoutThen ?? null, metric.unit, writer),
    },
  };
}

/** What one institution does to that growth, in points. */
export async function influence(asked: Asked): Promise<Worked> {
  const { institution, member, growth } = await leftOut(asked);
  const percent = (value: Decimal | null | undefined) => said(value ?? null, "percent", asked.writer);
  return {
    value: member?.influence ?? null,
    unit: "points",
    parts: { institution, all: percent(growth), without: percent(member?.growthWithout) },
  };
}

/** The institution that an address leaves out, among all of its scope. */
async function leftOut(asked: Asked) {
  const { params, shown } = asked;
  const code = typeof params.without === "string" ? params.without : "";
  const [[answered], institutions] = await Promise.all([
    ask(asked, { by: ["institution"], metrics: cellMetrics }),
    listInstitutions(shown.installation.database, shown.files),
  ]);
  const { members, growth } = influencesOn(shown.scope.compare ? answered!.rows : []);
  return {
    institution: institutions.get(code)?.name ?? code,
    member: members.find(({ key }) => key === code),
    growth,
  };
}
