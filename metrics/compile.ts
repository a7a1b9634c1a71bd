import type { Dimension } from "@/domain/dimensions";
import { type Fact, factDimensions, type Measure } from "@/metrics/define";
import { type Grain, grainOf } from "@/metrics/grains";
import type { Span } from "@/metrics/span";

/** Members to keep per dimension; a dimension that is absent is not filtered. */
export type Where = Partial<Record<Dimension, readonly string[]>>;

export interface TotalsRequest {
  readonly measures: readonly Measure[];
  readonly spans: readonly Span[];
  readonly grains: readonly Grain[];
  /** Of all schemes when null. */
  readonly scheme: string | null;
  readonly where: Where;
}

/** One statement and what its rows are: `span`, `scheme`, `cut`, the dimensions, a column per measure. */
export interface TotalsStatement {
  readonly fact: Fact;
  readonly measures: readonly Measure[];
  readonly sql: string;
  /** Grain by the value of `cut`. */
  readonly grainOfCut: ReadonlyMap<string, Grain>;
}

/**
 * The statements that total measures over spans and grains: one per fact, and one for distinct persons. SQL only adds
 * and counts; whatever divides happens after totalling. The tables named are those of warehouse/factViews.ts.
 */
export function compileTotals(request: TotalsRequest): TotalsStatement[] {
  const statements: TotalsStatement[] = [];
  for (const fact of ["payments", "enrolment", "funding_plans", "funding_receipts"] as const) {
    const own = request.measures.filter((measure) => measure.fact === fact);
    const distinct = own.filter((measure) => measure.total === "distinct");
    const others = own.filter((measure) => measure.total !== "distinct");
    if (others.length > 0) statements.push(statementOf(fact, others, request, fact === "payments" ? sums : closings));
    if (distinct.length > 0) statements.push(statementOf(fact, distinct, request, persons));
  }
  return statements.filter((statement) => statement.grainOfCut.size > 0);
}

/** Dimensions as they group and filter one fact, with the SQL of the grouping sets. */
interface Shape {
  readonly fact: Fact;
  readonly measures: readonly Measure[];
  readonly dimensions: Grain;
  readonly bridge: string;
  readonly conditions: string;
  /** `span, scheme, cut, dimensions` of the select list. */
  readonly keys: string;
  readonly groupingSets: string;
}

function statementOf(
  fact: Fact,
  measures: readonly Measure[],
  request: TotalsRequest,
  write: (shape: Shape) => string,
): TotalsStatement {
  const known: readonly Dimension[] = factDimensions[fact].filter((dimension) => dimension !== "month");
  const grains = request.grains.filter((grain) => grain.every((dimension) => known.includes(dimension)));
  const dimensions = grainOf(grains.flat());
  const keys = ["span", "scheme", `${cutOf(dimensions)} as cut`, ...dimensions].join(", ");
  const groupingSets = grains.map((grain) => `(${["span", "scheme", ...grain].join(", ")})`).join(", ");
  const conditions = conditionsOf(known, request);
  const shape = { fact, measures, dimensions, bridge: bridgeOf(fact, request.spans), conditions, keys, groupingSets };
  const grainOfCut = new Map(grains.map((grain) => [cutNumber(grain, dimensions), grain]));
  return { fact, measures, sql: write(shape), grainOfCut };
}

const cutOf = (dimensions: Grain) => (dimensions.length === 0 ? "0" : `grouping_id(${dimensions.join(", ")})`);

/** What grouping_id gives for a grain: one bit per dimension, set where it is totalled over. */
function cutNumber(grain: Grain, dimensions: Grain): string {
  const bits = dimensions.map((dimension) => (grain.includes(dimension) ? "0" : "1")).join("");
  return String(Number.parseInt(bits || "0", 2));
}

/** Quotes a value for SQL text that is also shown to people. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

export function conditionsOf(known: readonly Dimension[], { scheme, where }: Pick<TotalsRequest, "scheme" | "where">) {
  const conditions = scheme === null ? [] : [`scheme = ${literal(scheme)}`];
  for (const dimension of known) {
    const members = where[dimension];
    if (members) conditions.push(`${dimension} in (${members.length ? members.map(literal).join(", ") : "null"})`);
  }
  return conditions.length > 0 ? `\n  where ${conditions.join(" and ")}` : "";
}

/** The months, closing months or years that make up each span, so that no rule is needed for adding periods up. */
function bridgeOf(fact: Fact, spans: readonly Span[]): string {
  const values = (name: string, columns: string, rows: string[][]) => {
    const text = rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
    const empty = `select ${columns.replace(/\w+/g, "null::varchar")} where false`;
    return `${name}(${columns}) as (${rows.length > 0 ? `values ${text}` : empty})`;
  };
  switch (fact) {
    case "payments": {
      const rows = spans.flatMap((span) => span.months.map((month) => [span.id, month]));
      return values("bridge", "span, month", rows);
    }
    case "enrolment":
      return values(
        "bridge",
        "span, month",
        spans.map((span) => [span.id, span.closingMonth]),
      );
    case "funding_plans":
    case "funding_receipts": {
      const rows = spans.flatMap((span) => (span.year ? [[span.id, span.year, span.lastDay]] : []));
      return values("bridge", "span, year, last_day", rows);
    }
  }
}

const columnsOf = (measures: readonly Measure[]) =>
  measures.map((measure) => `  ${measure.sql} as ${measure.id}`).join(",\n");

function sums({ fact, measures, bridge, conditions, keys, groupingSets }: Shape): string {
  return `with ${bridge}
select ${keys},
${columnsOf(measures)}
from ${fact} join bridge using (month)${conditions}
group by grouping sets (${groupingSets})`;
}

function closings({ fact, measures, bridge, conditions, keys, groupingSets }: Shape): string {
  const arrived = "case when received_on is null or received_on <= last_day::date then amount else 0 end";
  const rows = fact === "funding_receipts" ? `*, ${arrived} as arrived_amount` : "*";
  return `with ${bridge},
closing as (
  select ${rows}
  from ${fact} join bridge using (${fact === "enrolment" ? "month" : "year"})${conditions}
)
select ${keys},
${columnsOf(measures)}
from closing
group by grouping sets (${groupingSets})`;
}

/** A person counts in a cell and period when the signed cases there sum to more than 0. */
function persons({ fact, measures, dimensions, bridge, conditions, keys, groupingSets }: Shape): string {
  return `with ${bridge},
people as (
  select ${keys}, person_key, sum(cases) as person_cases
  from ${fact} join bridge using (month)${conditions ? `${conditions} and` : "\n  where"} person_key is not null
  group by grouping sets (${groupingSets.replaceAll(")", ", person_key)")})
)
select ${["span", "scheme", "cut", ...dimensions].join(", ")},
${columnsOf(measures)}
from people
group by all`;
}
