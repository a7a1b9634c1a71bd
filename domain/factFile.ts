import type { Month } from "./period";

/** The tables of a data version; their columns stand in warehouse/facts.ts. */
export type FactTable =
  | "fct_settlements"
  | "fct_enrolment"
  | "fct_funding"
  | "fct_manual_aid"
  | "fct_indicators"
  | "fct_hardship_registry"
  | "dim_institutions";

/** One immutable file of a data version. `partition` is the month, the year, or `all`. Paths are relative to the warehouse folder. */
export interface FactFile {
  readonly table: FactTable;
  readonly region: string;
  readonly partition: string;
  readonly path: string;
  readonly rows: number;
  /** Hash of the content without load and first-seen columns: equal content, equal hash, whatever the order of arrival. */
  readonly contentHash: string;
  /** The same without tokens, which differ from one installation's key to another's: what the rows state. */
  readonly statedHash: string;
  /** Hash of the code maps and rules by which the rows were derived: when they change, everything is derived anew. */
  readonly derivedBy: string;
}

/** The months of which a region has settlements in these files, ascending. */
export function settledMonths(files: readonly FactFile[], region: string): Month[] {
  return files
    .filter((file) => file.table === "fct_settlements" && file.region === region)
    .map((file) => file.partition)
    .sort();
}
