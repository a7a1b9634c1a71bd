import { writeFile } from "node:fs/promises";
import { secretsIn, tokenSecrets } from "@/etl/personKey";
import { profiles } from "@/etl/profiles/index";
import { copyToParquet } from "@/etl/sql/copyToParquet";
import { checkQuery } from "@/etl/steps/check";
import type { StagedFile } from "@/etl/steps/fileOutcome";
import type { StagedExtract } from "@/etl/steps/judged";
import type { MappedColumn, Mapping } from "@/etl/steps/map";
import type { Table } from "@/etl/steps/readTable";
import { coverageOf } from "@/etl/steps/stageCoverage";
import type { Warehouse } from "@/warehouse/connection";
import { replayedFields } from "./replay";

/** A held row with the value that takes the place of the one for which it was held. */
export interface CorrectedRow {
  readonly row: number;
  /** Null: the row is right as it stands, though another has its number (L-414). */
  readonly field: string | null;
  readonly value: string;
}

export interface Replay {
  /** The number that the new extract gets. */
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  /** The extract whose held rows are read again, and where they stand. */
  readonly extract: StagedExtract;
  readonly heldPath: string;
  readonly rows: readonly CorrectedRow[];
  /** Columns as the file names them, where that is known. */
  readonly columnNames: ReadonlyMap<string, string>;
  readonly region: string;
  readonly regionName: string | null;
  readonly scheme: string;
  readonly ceiling: number;
  readonly lateMonths: number;
  readonly personKey: Buffer;
  readonly folder: string;
}

/**
 * Reads held rows again with what was corrected in them: as a file of their own kind, by the same grammars and checks, under
 * the period of the extract they came from. Their numbers are those of the file.
 */
export async function replayFile(warehouse: Warehouse, replay: Replay): Promise<StagedFile> {
  const { number, name, sha256, extract, region, regionName, scheme, ceiling, lateMonths, personKey, folder } = replay;
  const { kind, hasReversalMark } = extract;
  const table = await writeTable(warehouse, replay, `${folder}/replayed.csv`);
  const mapping = mappingOf(replay);
  const checked = `${folder}/checked.parquet`;
  const present = new Set(mapping.columns.keys());
  const query = checkQuery(table, mapping, {
    region,
    regionName,
    scheme,
    ceiling,
    present,
    hasReversalMark,
    codeOnly: new Set(),
    replayed: true,
  });
  await warehouse.run(copyToParquet(query, checked, "working copy"), secretsIn(query, tokenSecrets(personKey)));
  const { encoding } = extract;
  const read = { encoding, sha256, notes: null, droppedBytes: 0, control: null, tolerances: {}, unreadTotals: [] };
  const judged = { checked, coverage: coverageOf(kind, extract.coverage, lateMonths), hasReversalMark, replayed: true };
  return { number, name, kind, mapping, table, ...read, ...judged };
}

/** Fields of the replayed file: a layout without a mark for refunds must not get one. */
function fieldsOfReplay({ extract }: Replay): (readonly [string, string])[] {
  return replayedFields[extract.kind].filter(([field]) => field !== "refund_flag" || extract.hasReversalMark);
}

async function writeTable(warehouse: Warehouse, replay: Replay, path: string): Promise<Table> {
  const fields = fieldsOfReplay(replay);
  const corrected = new Map(replay.rows.map((row) => [row.row, row]));
  const kept = await warehouse.rows(
    `select row_number::varchar as row_number, ${fields.map(([, text], i) => `${text} as f${i}`).join(", ")}
     from (select row_number, unnest(kept) from read_parquet($1)
       where row_number in (select unnest(from_json($2, '["bigint"]')))) order by row_number`,
    [replay.heldPath, JSON.stringify([...corrected.keys()])],
  );
  const numbers = kept.map((row) => Number(row.row_number));
  const lines = kept.map((row, i) => {
    const { field, value } = corrected.get(numbers[i]!)!;
    return fields.map(([name], at) => (name === field ? value : ((row[`f${at}`] as string | null) ?? "")));
  });
  const line = (cells: readonly string[]) => cells.map(quoted).join(",");
  await writeFile(path, `${[fields.map(([name]) => name), ...lines].map(line).join("\n")}\n`, { mode: 0o600 });
  const nothingLeftOut = {
    gaps: [],
    ragged: [],
    blankRows: 0,
    repeatedHeaders: [],
    loneTexts: [],
    asides: [],
    totals: [],
  };
  const shape = { skip: 1, hasQuotedLineBreak: false, rows: kept.length, firstRow: 2, exact: true };
  return { path, numbers, ...shape, ...nothingLeftOut };
}

const quoted = (cell: string) => `"${cell.replace(/[\r\n]+/g, " ").replaceAll('"', '""')}"`;

function mappingOf(replay: Replay): Mapping {
  const { extract, columnNames } = replay;
  const profile = profiles.find(({ kind }) => kind === extract.kind)!;
  const fields = fieldsOfReplay(replay).map(([name]) => name);
  const header = fields.map((name) => columnNames.get(name) ?? profile.headers[name]?.[0] ?? name);
  const columns = new Map<string, MappedColumn>(
    fields.map((name, index) => [name, { index, header: header[index]!, unit: null, added: [] }]),
  );
  return { profile, separator: ",", headerRow: 1, header, columns, unused: [], nameless: [] };
}
