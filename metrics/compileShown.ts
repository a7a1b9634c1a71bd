import { lastDayOf } from "@/domain/period";
import { literal } from "@/domain/sqlLiteral";
import { conditionsOf, heldOn, type Where } from "@/metrics/compile";
import { type Fact, factDimensions, type Measure } from "@/metrics/define";
import { type Grain, grainOf } from "@/metrics/grains";
import type { Span } from "@/metrics/span";

export interface ShownRequest {
  readonly fact: Fact;
  readonly measures: readonly Measure[];
  readonly span: Span;
  readonly scheme: string;
  readonly where: Where;
  readonly by: Grain;
}

/**
 * Statements that a person can read and run: the totals of some measures of a fact over one span, and distinct persons
 * by one of their own. They total exactly what compile.ts does for that span and cut, with the same aggregates.
 */
export function compileShown({ fact, measures, span, scheme, where, by }: ShownRequest): string[] {
  const known = factDimensions[fact].filter((dimension) => dimension !== "month");
  const cut = grainOf(by.filter((dimension) => known.includes(dimension as never)));
  const rows = `${conditionsOf(known, { scheme, where })} and ${spanCondition(fact, span)}`;
  const list = (parts: readonly string[]) => parts.map((part) => `  ${part}`).join(",\n");
  const named = (own: readonly Measure[]) => own.map((measure) => `${oneLine(measure.sql)} as ${measure.id}`);
  const tail = cut.length > 0 ? `\ngroup by ${cut.join(", ")}` : "";
  const sums = measures.filter((measure) => measure.total !== "distinct");
  const distinct = measures.filter((measure) => measure.total === "distinct");
  const statements: string[] = [];
  if (sums.length > 0) {
    statements.push(`select\n${list([...cut, ...named(sums)])}\nfrom ${sourceOf(fact, span)}${rows}${tail}`);
  }
  if (distinct.length > 0) {
    const people = [...cut, "person_key", "sum(cases) > 0 as present"].join(", ");
    const each = [...cut, "person_key"].join(", ");
    statements.push(
      `select\n${list([...cut, ...named(distinct)])}\nfrom (\n  select ${people}\n  from ${fact}${rows} and person_key is not null\n  group by ${each}\n)${tail}`,
    );
  }
  return statements;
}

const oneLine = (sql: string) => sql.replace(/\s+/g, " ");

function sourceOf(fact: Fact, span: Span): string {
  if (fact !== "funding_receipts") return fact;
  const arrived = `case when received_on is null or received_on <= ${literal(span.lastDay)}::date then amount else 0 end`;
  return `(select *, ${arrived} as arrived_amount from ${fact})`;
}

function spanCondition(fact: Fact, span: Span): string {
  if (fact === "registry") return heldOn(`${literal(lastDayOf(span.closingMonth))}::date`);
  if (fact === "enrolment") return `month = ${literal(span.closingMonth)}`;
  if (fact === "payments") return `month in (${span.months.map(literal).join(", ") || "null"})`;
  return span.year ? `year = ${literal(span.year)}` : "false";
}
