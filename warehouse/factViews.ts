import { join } from "node:path";
import type { FactFile, FactTable } from "@/domain/factFile";
import { literal } from "@/domain/sqlLiteral";
import { type Fact, facts } from "@/metrics/define";
import type { Span } from "@/metrics/span";
import { factTables } from "@/warehouse/facts";

/** The published files that a question reads. */
export interface FactSource {
  readonly files: readonly FactFile[];
  readonly warehouseFolder: string;
  readonly region: string;
}

/**
 * The rows of each fact that metrics total, over the tables of a data version. Payments are settlements and, with tier
 * and institution unclassified, aid paid by hand. `region` is the insured person's.
 */
export const factViews: Record<Fact, { readonly tables: readonly FactTable[]; readonly sql: string }> = {
  payments: {
    tables: ["fct_settlements", "fct_manual_aid"],
    sql: `select scheme, month, settled_on, tier, visit_class, hardship_status, coalesce(institution, 'unclassified') as institution,
    coalesce(insured_region, 'unclassified') as region, special_disease, voucher_kind, person_key, reversal, true as settled,
    cases, 0 as manual_cases, inpatient_days, total_fee_amount, in_scope_fee_amount, pool_pay_amount, serious_illness_pay_amount,
    medical_aid_pay_amount, other_guarantee_pay_amount, fund_pay_amount, account_pay_amount, cash_pay_amount
  from fct_settlements
  union all
  select scheme, month, null, 'unclassified', visit_class, hardship_status, 'unclassified',
    coalesce(insured_region, 'unclassified'), false, null, null, false, false,
    0, cases, 0, 0, 0, 0, 0, 0, amount, 0, 0, 0
  from fct_manual_aid`,
  },
  enrolment: {
    tables: ["fct_enrolment"],
    sql: `select scheme, month, insured_region as region, enrolled, target, population_base, population
  from fct_enrolment`,
  },
  registry: {
    tables: ["fct_hardship_registry"],
    sql: `select scheme, person_key, hardship_status, begins_on, ends_before
  from fct_hardship_registry`,
  },
  /** A line paid in parts repeats its plan or writes it once; either way it counts once. */
  funding_plans: {
    tables: ["fct_funding"],
    sql: `select distinct scheme, year, line, source_level, per_head, heads,
    coalesce(planned_amount, per_head * heads) as planned_amount
  from fct_funding
  where planned_amount is not null or per_head is not null`,
  },
  /** Money without a date counts from the first day. The opening surplus is there from the start, wherever it is written. */
  funding_receipts: {
    tables: ["fct_funding"],
    sql: `select scheme, year, line, source_level,
    case when line = 'opening_surplus' then coalesce(in_place_amount, planned_amount)
      else coalesce(in_place_amount, 0) end as amount,
    case when line <> 'opening_surplus' then in_place_date end as received_on
  from fct_funding`,
  },
};

/** The partitions of its tables that a fact reads for some spans. */
export function partitionsOf(fact: Fact, spans: readonly Span[]): ReadonlySet<string> {
  return new Set(
    spans.flatMap((span) => {
      if (fact === "payments") return span.months;
      if (fact === "registry") return [];
      if (fact === "enrolment") return [span.closingMonth, span.closingMonth.slice(0, 4)];
      return span.year ? [span.year] : [];
    }),
  );
}

/** What a fact reads, reduced to some partitions; null reads all. */
export interface Reading {
  readonly fact: Fact;
  readonly partitions: ReadonlySet<string> | null;
}

/**
 * `with` entries that define the tables and the view of one fact over the files of a version. A statement that asks twice
 * reads the files twice: kept between, a million rows would take 300 MB.
 */
export function factViewSql(source: FactSource, { fact, partitions }: Reading): string {
  const view = factViews[fact];
  const tables = view.tables.map((table) => `${table} as not materialized (${tableSql(source, table, partitions)})`);
  return [...tables, `${fact} as not materialized (\n  ${view.sql}\n)`].join(",\n");
}

function filesRead(source: FactSource, table: FactTable, partitions: ReadonlySet<string> | null): FactFile[] {
  return source.files
    .filter((file) => file.table === table && file.region === source.region)
    .filter((file) => partitions === null || file.partition === "all" || partitions.has(file.partition));
}

/** The files on which the totals of a span depend. */
export function filesOfSpan(source: FactSource, span: Span): FactFile[] {
  return facts.flatMap((fact) =>
    factViews[fact].tables.flatMap((table) => filesRead(source, table, partitionsOf(fact, [span]))),
  );
}

const tableSql = (source: FactSource, table: FactTable, partitions: ReadonlySet<string> | null) =>
  rowsOf(table, source.warehouseFolder, filesRead(source, table, partitions));

/** The rows of a table in some of its files; none where there are no files. */
export function rowsOf(table: FactTable, warehouseFolder: string, files: readonly FactFile[]): string {
  const paths = files.map(({ path }) => literal(join(warehouseFolder, path)));
  if (paths.length > 0) return `select * from read_parquet([${paths.join(", ")}])`;
  const columns = Object.entries(factTables[table]).map(([name, type]) => `null::${type} as ${name}`);
  return `select ${columns.join(", ")} where false`;
}
