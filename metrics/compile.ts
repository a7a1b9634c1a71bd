import type { Dimension } from "@/domain/dimensions";
import { lastDayOf } from "@/domain/period";
import { literal } from "@/domain/sqlLiteral";
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
 * The statements that total measures over spans and grains: one per fact, and further ones for distinct persons. SQL only
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
    for (let first = 0; first < request.spans.length; first += spansOfPersons) {
      const spans = request.spans.slice(first, first + spansOfPersons);
      statements.push(statementOf(fact, distinct, { ...request, spans }, persons));
    }
  }
  return statements.filter((statement) => statement.grainOfCut.size > 0);
}

/** How many spans one statement counts persons in: each has a bit. */
const spansOfPersons = 31;

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

/** Sums add up: rows are read once, for the finest cells, and each month's cells once, however many spans hold it. */
function sums({ fact, measures, bridge, conditions, dimensions, cut, groupingSets }: Shape): string {
  const finest = list(["month", "scheme", ...dimensions]);
  return `with ${bridge},
finest as (
  select ${finest},
${columnsOf(measures)}
  from ${fact} semi join bridge using (month)${conditions}
  group by ${finest}
),
monthly as (
  select ${list(["month", "scheme", cut, ...dimensions])},
${columnsOf(measures, ({ id }) => `sum(${id})`)}
  from finest
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
 * A person counts in a cell and period when the signed cases there sum to more than 0. Whoever never had a refund is
 * present in each cell of a grain where there is a row: of these, all persons who were in the same cells are counted
 * together, which takes a quarter of the time of grouping every grain by person. The few others are added up.
 * A person's history is one list, whatever the number of spans: a number per cell, with a bit for each span below it.
 * A cell of a grain has the number of the first of the finest cells in it, made its own by the place of the grain.
 * Rows are joined to the narrow table of them: the wide one DuckDB would take for the larger side, and keep the rows.
 * Grains that one of them parts further are totalled from its cells, where many more persons were in the same ones.
 */
function persons({ fact, measures, bridge, conditions, dimensions, grainOfCut }: Shape): string {
  const names = ["scheme", ...dimensions];
  const { parting, parted } = mostParted([...grainOfCut.values()], dimensions);
  const cuts = [...grainOfCut].sort(
    ([, one], [, other]) => Number(parted.includes(other)) - Number(parted.includes(one)),
  );
  const firstOf = (grain: Grain) => `min(cell) over (partition by ${list(["scheme", ...grain])})`;
  const totals = cuts.map(([, grain], place) => `${firstOf(grain)} * ${cuts.length} + ${place}`);
  const isParted = parted.length > 0;
  return `with ${bridge},
spans as materialized (
  select span, 1::bigint << (row_number() over () - 1)::integer as span_bit from (select distinct span from bridge)
),
months as materialized (
  select month, bit_or(span_bit) as span_bits from bridge join spans using (span) group by month
),
visits as not materialized (
  select ${list([...names, "month", "person_key", "cases"])}
  from ${fact} semi join bridge using (month)${conditions ? `${conditions} and` : "\n  where"} person_key is not null
),
numbered as materialized (
  select *, (row_number() over ())::bigint as cell from (select distinct ${list(names)} from visits)
),
cells as materialized (
  select *, [${list(totals)}]::integer[] as totals${isParted ? `, ${firstOf(parting)} as parted_cell` : ""} from numbered
),
histories as materialized (
  select
    person_key,
    list_sort(list(cell << ${spansOfPersons} | span_bits)) as history,
    min(fewest_cases) <= 0 as refunded
  from (
    select person_key, cell, bit_or(span_bits) as span_bits, min(cases) as fewest_cases
    from visits join months using (month) join numbered using (${list(names)})
    group by person_key, cell
  )
  group by person_key
),
alike as (
  select span, visited_cells, count(*) as persons
  from (
    select
      span,
      list_transform(
        list_filter(history, lambda entry: entry & span_bit <> 0),
        lambda entry: entry >> ${spansOfPersons}
      ) as visited_cells
    from histories, spans
    where not refunded
  )
  group by span, visited_cells
),
${
  isParted
    ? `parted as (
  select span, list_sort(list_distinct(list_select(parted_cells, visited_cells))) as visited_cells, sum(persons)::bigint as persons
  from alike, (select list(parted_cell order by cell) as parted_cells from cells)
  group by all
),
`
    : ""
}present as (
  ${isParted ? `${visitedTotals("parted", `1:${parted.length}`)}\n  union all\n  ` : ""}${visitedTotals("alike", `${parted.length + 1}:`)}
  union all
  select span, 1, total
  from (
    select span, person_key, cases, unnest(totals) as total
    from visits
      join (select person_key from histories where refunded) using (person_key)
      join bridge using (month)
      join cells using (${list(names)})
  )
  group by span, person_key, total
  having sum(cases) > 0
),
counted as (
  select span, total, sum(persons)::bigint as persons
  from present
  group by span, total
)
select span, scheme, ([${list(cuts.map(([cut]) => cut))}])[total % ${cuts.length} + 1] as cut,
  ${list([...dimensions, ...measures.map(({ id }) => `persons as ${id}`)])}
from counted join cells on cells.cell = total // ${cuts.length}`;
}

/** SQL: the persons of each set of visited cells, once for each total of the slice that they belong to. */
const visitedTotals = (sets: "alike" | "parted", slice: string) =>
  `select span, persons, unnest(list_distinct(flatten(list_select(totals_of_cells, visited_cells)))) as total
  from ${sets}, (select list(totals[${slice}] order by cell) as totals_of_cells from cells)`;

/** The grain, short of the finest, that parts most others, and those it parts, itself among them; none where it parts only itself, or all. */
function mostParted(grains: readonly Grain[], dimensions: Grain): { parting: Grain; parted: readonly Grain[] } {
  const partedBy = (parting: Grain) =>
    grains.filter((grain) => grain.every((dimension) => parting.includes(dimension)));
  const [most = []] = grains
    .filter(({ length }) => length < dimensions.length)
    .sort((one, other) => partedBy(other).length - partedBy(one).length);
  const parted = partedBy(most);
  return { parting: most, parted: parted.length > 1 && parted.length < grains.length ? parted : [] };
}
