import type { Warehouse } from "@/warehouse/connection";
import { possibleDay } from "../grammar/date";
import { checkCharacter } from "../grammar/identifier";
import { matches } from "../grammar/sql";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";

/** Nobody has so many settlements in the months of one file. */
const mostRows = 500;

/** A spreadsheet keeps 15 digits of a number and writes zeros for the others: nearly all of many end so only then. */
const keptDigits = 15;
const roundedShare = 0.9;
const fewestNumbers = 20;

/** SQL: named persons with 18 characters that an identity number could be, but for its check character or its birthday. */
const failedPersons = `
  from (select *, certificate_number as number, try_cast(left(certificate_number, 17) as bigint) as seventeen from named_persons)
  where ${matches("number", "[0-9]{17}[0-9X]")}
    and (${checkCharacter("seventeen")} <> substr(number, 18)
      or not ${matches("concat(substr(number, 7, 4), '-', substr(number, 11, 2), '-', substr(number, 13, 2))", possibleDay)})`;

/**
 * L-401: numbers that lost their last digits. L-403: identity numbers whose check character or birthday is impossible.
 * L-404: one number in so many rows that it stands for nobody. The rows count but for L-401; persons are counted by their
 * person number, and no number is shown. Reads `named_persons`.
 */
export async function findPersonNumbers(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  const found: Found[] = [];
  if (!["settlements", "hardship_registry"].includes(file.kind)) return found;
  const { columns } = file.mapping;
  const fields = ["person_number", "certificate_number"].filter((name) => columns.has(name));
  found.push(...(await findRoundedNumbers(warehouse, fields)));
  if (columns.has("certificate_number")) {
    const [failed] = await warehouse.rows<{ rows: string; first: string[] | null }>(
      `select coalesce(sum(rows), 0)::bigint as rows, min(first, 5) as first ${failedPersons}`,
    );
    const rows = Number(failed!.rows);
    const first = (failed!.first ?? []).map(Number);
    if (rows > 0) found.push({ code: "L-403", severity: "warn", field: "certificate_number", rows, first });
  }
  if (file.kind !== "settlements") return found;
  for (const field of fields) {
    const [shared] = await warehouse.rows<{ rows: string; most: string | null; first: string[] | null }>(
      `select coalesce(sum(rows), 0)::bigint as rows, max(rows)::bigint as most, min(first, 5) as first
       from (select sum(rows) as rows, min(first) as first from named_persons
         where ${field} is not null group by ${field} having sum(rows) > ${mostRows})`,
    );
    const rows = Number(shared!.rows);
    const first = (shared!.first ?? []).map(Number);
    const details = { times: Number(shared!.most ?? 0) };
    if (rows > 0) found.push({ code: "L-404", severity: "warn", field, rows, first, details });
  }
  return found;
}

/** L-401: columns of long numbers of which nearly all end in zeros. */
async function findRoundedNumbers(warehouse: Warehouse, fields: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const field of fields) {
    const isLong = `length(${field}) > ${keptDigits}`;
    const [long] = await warehouse.rows<{ numbers: string; rounded: string }>(
      `select count(*) as numbers, count(*) filter (where ends_with(${field}, '000')) as rounded
       from named_persons where ${isLong}`,
    );
    const [numbers, rounded] = [Number(long!.numbers), Number(long!.rounded)];
    if (numbers < fewestNumbers || rounded < numbers * roundedShare) continue;
    const [row] = await warehouse.rows<{ rows: string; first: string[] }>(
      `select sum(rows)::bigint as rows, min(first, 5) as first from named_persons where ${isLong}`,
    );
    found.push({ code: "L-401", severity: "refuse", field, rows: Number(row!.rows), first: row!.first.map(Number) });
  }
  return found;
}
