import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import type { FileOutcome, StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";

/** Rows of a block of the profile. */
const block = 1000;
/** What is said of a cell that is empty or of another kind. */
const faults = [
  "L-305",
  "L-421",
  "L-301",
  "L-302",
  "L-303",
  "L-304",
  "L-307",
  "L-402",
  "L-408",
  "L-409",
  "L-410",
  "L-411",
  "L-431",
  "L-433",
];
const worthLooking = 0.01;
const mostly = 0.5;
const hardly = 0.02;

interface Profile {
  /** Faulty rows by block. */
  readonly rows: Map<number, number>;
  readonly first: Map<number, number>;
}

/**
 * L-212: from some row on, two columns or more stop holding what they held before: the cells have moved by one. A fault of
 * one column alone is another way of writing, and says so itself.
 */
export async function findColumnShift(warehouse: Warehouse, file: StagedFile, outcome: FileOutcome): Promise<Found[]> {
  const { rows } = file.table;
  const warned = outcome.findings.filter(({ code, severity }) => severity === "warn" && faults.includes(code));
  const faulty = warned.reduce((sum, finding) => sum + finding.rows, outcome.report.quarantined);
  if (rows < 2 * block || faulty < rows * worthLooking) return [];
  const counted = await warehouse.rows<{ block: string; reason: string; rows: string; first: string }>(
    `select file_row_number // ${block} as block, reason, count(*) as rows, min(file_row_number) as first
     from (
       select file_row_number, unnest(list_concat([hold], string_split(warnings, ';'))) as reason
       from read_parquet(${literal(file.checked)}, file_row_number = true)
       where hold is not null or warnings is not null
     )
     where split_part(reason, '|', 1) in (${faults.map(literal).join(", ")})
     group by all`,
  );
  const profiles = new Map<string, Profile>();
  for (const { block: at, reason, rows: count, first } of counted) {
    const field = reason.split("|")[1]!;
    const profile = profiles.get(field) ?? { rows: new Map(), first: new Map() };
    profile.rows.set(Number(at), (profile.rows.get(Number(at)) ?? 0) + Number(count));
    profile.first.set(Number(at), Math.min(profile.first.get(Number(at)) ?? Number.POSITIVE_INFINITY, Number(first)));
    profiles.set(field, profile);
  }
  const blocks = Math.ceil(rows / block);
  const begins = new Map<number, string[]>();
  for (const [field, profile] of profiles) {
    const start = startOf(profile, blocks, rows);
    if (start !== null) begins.set(start, [...(begins.get(start) ?? []), field]);
  }
  const shift = [...begins].find(([, fields]) => fields.length > 1);
  if (!shift) return [];
  const [start, fields] = shift;
  const first = Math.min(...fields.map((field) => profiles.get(field)!.first.get(start) ?? start * block));
  return [{ code: "L-212", severity: "refuse", field: fields[0]!, rows: rows - first, first: [first] }];
}

/** The block after which nearly all rows are faulty and before which hardly any is. */
function startOf({ rows }: Profile, blocks: number, total: number): number | null {
  const share = (at: number) => (rows.get(at) ?? 0) / Math.min(block, total - at * block);
  let start = blocks - 1;
  while (start > 0 && share(start) >= mostly) start--;
  // The block in which it begins may be good for the most part.
  if (start === blocks - 1) return null;
  for (let at = 0; at < start; at++) if (share(at) > hardly) return null;
  return share(start) > 0 ? start : start + 1;
}
