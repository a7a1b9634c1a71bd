import type { Dimension } from "@/domain/dimensions";
import { groupBy } from "@/domain/groupBy";
import { lastDayOf } from "@/domain/period";
import { type Fact, factDimensions, facts, type Measure } from "@/metrics/define";
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
  readonly spans: readonly Span[];
  readonly sql: string;
  /** Grain by the value of `cut`. */
  readonly grainOfCut: ReadonlyMap<string, Grain>;
}

/**
 * The statements that total measures over spans and grains: one per fact, and one a year for distinct persons. SQL only
 * adds and counts; whatever divides happens after totalling. The tables named are those of warehouse/factViews.ts.
 */
export function compileTotals(request: TotalsRequest): TotalsStatement[] {
  const statements: TotalsStatement[] = [];
  for (const fact of facts) {
    const own = request.measures.filter((measure) => measure.fact === fact);
    const distinct = own.filter((measure) => measure.total === "distinct");
    const others = own.filter((measure) => measure.total !== "distinct");
    if (others.length > 0) statements.push(statementOf(fact, others, request, fact === "payments" ? sums : closings));
    if (distinct.length === 0) continue;
    for (const spans of spansTogether(request.spans)) {
      statements.push(statementOf(fact, distinct, { ...request, spans }, persons));
    }
  }
  return statements.filter((statement) => statement.grainOfCut.size > 0);
}

/** Spans that end in one year read the same months; each needs a bit of a 64-bit number. */
function spansTogether(spans: readonly Span[]): Span[][] {
  const years = [...groupBy(spans, (span) => span.months.at(-1)?.slice(0, 4)).values()];
  return years.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 60) }, (_, part) => group.slice(part * 60, part * 60 + 60)),
  );
}

/** What a statement is written from. */
interface Shape {
  readonly fact: Fact;
  readonly measures: readonly Measure[];
  readonly spans: readonly Span[];
  readonly bridge: string;
  readonly conditions: string;
  /** Grain by the value of `cut`. */
  readonly grainOfCut: ReadonlyMap<string, Grain>;
  /** Dimensions of all grains. */
  readonly dimensions: Grain;
  /** `grouping_id(…) as cut`. */
  readonly cut: string;
  /** Grouping sets of the grains, each with further columns. */
  groupingSets(...columns: string[]): string;
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
  const grainOfCut = new Map(grains.map((grain) => [cutNumber(grain, dimensions), grain]));
  const sql = write({
    fact,
    measures,
    spans: request.spans,
    bridge: bridgeOf(fact, request.spans),
    conditions: conditionsOf(known, request),
    grainOfCut,
    dimensions,
    cut: `${dimensions.length === 0 ? "0" : `grouping_id(${dimensions.join(", ")})`} as cut`,
    groupingSets: (...columns) => grains.map((grain) => `(${[...columns, ...grain].join(", ")})`).join(", "),
  });
  return { fact, measures, spans: request.spans, sql, grainOfCut };
}

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
    case "registry":
      return values(
        "bridge",
        "span, last_day",
        spans.map((span) => [span.id, lastDayOf(span.closingMonth)]),
      );
    case "funding_plans":
    case "funding_receipts": {
      const rows = spans.flatMap((span) => (span.year ? [[span.id, span.year, span.lastDay]] : []));
      return values("bridge", "span, year, last_day", rows);
    }
  }
}

const list = (columns: readonly string[]) => columns.join(", ");

const columnsOf = (measures: readonly Measure[], write: (measure: Measure) => string = ({ sql }) => sql) =>
  measures.map((measure) => `  ${write(measure)} as ${measure.id}`).join(",\n");

/** Sums add up over months: each month's cells are totalled once, however many spans hold it. */
function sums({ fact, measures, bridge, conditions, dimensions, cut, groupingSets }: Shape): string {
  return `with ${bridge},
monthly as (
  select ${list(["month", "scheme", cut, ...dimensions])},
${columnsOf(measures)}
  from ${fact} semi join bridge using (month)${conditions}
  group by grouping sets (${groupingSets("month", "scheme")})
)
select ${list(["span", "scheme", "cut", ...dimensions])},
${columnsOf(measures, ({ id }) => `sum(${id})`)}
from monthly join bridge using (month)
group by ${list(["span", "scheme", "cut", ...dimensions])}`;
}

/** Which rows of a fact stand at the end of a span. */
function matchOf(fact: Fact): string {
  if (fact === "registry") return `on ${heldOn("last_day::date")}`;
  return fact === "enrolment" ? "using (month)" : "using (year)";
}

/** The spells of the registry that hold on a day; both ends may be open. */
export const heldOn = (day: string) => `coalesce(begins_on <= ${day}, true) and coalesce(${day} < ends_before, true)`;

function closings({ fact, measures, bridge, conditions, dimensions, cut, groupingSets }: Shape): string {
  const arrived = "case when received_on is null or received_on <= last_day::date then amount else 0 end";
  const rows = fact === "funding_receipts" ? `*, ${arrived} as arrived_amount` : "*";
  return `with ${bridge},
closing as (
  select ${rows}
  from ${fact} join bridge ${matchOf(fact)}${conditions}
)
select ${list(["span", "scheme", cut, ...dimensions])},
${columnsOf(measures)}
from closing
group by grouping sets (${groupingSets("span", "scheme")})`;
}

/**
 * A person counts in a cell and period when the signed cases there sum to more than 0. One pass serves all spans, which
 * overlap: each has a bit. Whoever never had a refund is present where there is a row; the few others are added up.
 * Persons and cells are numbered first: over integers the twelve groupings of a publication take half the time. A cell of a
 * grain has the number of the first of the finest cells in it, made its own by the place of the grain.
 */
function persons({ fact, measures, spans, conditions, dimensions, grainOfCut }: Shape): string {
  const bits = spans.map((_, index) => String(2n ** BigInt(index)));
  const months = [...new Set(spans.flatMap((span) => span.months))];
  const maskOf = (month: string) =>
    spans.reduce((mask, span, index) => (span.months.includes(month) ? mask + 2n ** BigInt(index) : mask), 0n);
  const rows = months.map((month) => `(${literal(month)}, ${maskOf(month)}::ubigint)`);
  const bridge = rows.length > 0 ? `values ${list(rows)}` : "select null::varchar, 0::ubigint where false";
  const counted = bits.map(
    (bit) => `case when sum(cases) filter (where mask & ${bit} <> 0) > 0 then ${bit} else 0 end`,
  );
  const isPresent = (bit: string) => `present & ${bit} <> 0`;
  const counts = (measure: Measure) =>
    `unnest([${list(bits.map((bit) => measure.sql.replaceAll("present", isPresent(bit))))}])`;
  const names = ["scheme", ...dimensions];
  const grains = [...grainOfCut.values()];
  const cells = grains.map((_, place) => `cell_${place}`);
  const firstCells = grains.map(
    (grain, place) =>
      `(min(cell) over (partition by ${list(["scheme", ...grain])}) * ${grains.length} + ${place})::integer as cell_${place}`,
  );
  const people = (refunded: string, present: string) => `
  select coalesce(${list(cells)}) as cell, person, ${present} as present
  from visits join persons using (person_key) join cells using (${list(names)})
  where ${refunded}
  group by grouping sets (${list(cells.map((cell) => `(${cell}, person)`))})`;
  return `with bridge(month, mask) as (${bridge}),
visits as not materialized (
  select ${list([...names, "person_key", "cases", "mask"])}
  from ${fact} join bridge using (month)${conditions ? `${conditions} and` : "\n  where"} person_key is not null
),
persons as materialized (
  select person_key, (row_number() over ())::integer as person, min(cases) <= 0 as refunded
  from visits
  group by person_key
),
cells as materialized (
  select *, ${list(firstCells)}
  from (select *, row_number() over () as cell from (select distinct ${list(names)} from visits))
),
people as (${people("not refunded", "bit_or(mask)")}
  union all${people("refunded", `(${counted.join(" + ")})::ubigint`)}
),
counted as (
  select cell, unnest([${list(spans.map(({ id }) => literal(id)))}]) as span,
${columnsOf(measures, counts)}
  from people
  group by cell
)
select span, scheme, ([${list([...grainOfCut.keys()])}])[counted.cell % ${grains.length} + 1] as cut,
  ${list([...dimensions, ...measures.map(({ id }) => id)])}
from counted join cells on cells.cell = counted.cell // ${grains.length}`;
}
