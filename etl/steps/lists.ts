import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "@/db/open";
import { type DataVersion, readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import type { Finding } from "@/domain/load";
import { checks } from "@/etl/checks/index";
import { type FieldName, fieldsOf } from "@/etl/profiles/fields";
import { profiles } from "@/etl/profiles/index";
import { pathList } from "@/etl/sql/literals";
import { discard } from "@/etl/steps/discard";
import { ownFolder } from "@/etl/steps/ownFolder";
import { type Publication, publish } from "@/etl/steps/publish";
import { type Entered, type Submission, submit } from "@/etl/steps/submit";
import { dayOf, regionState } from "@/etl/steps/versionState";
import { whileWriting } from "@/etl/steps/workLock";
import type { Warehouse } from "@/warehouse/connection";

/** The lists that a bureau may also change by hand. They name no person. */
export type ListKind = "funding" | "institutions";

/** A row of a list by the fields of its layout, as text; null where the file was empty. */
export type ListRow<Kind extends ListKind> = Readonly<Record<FieldName<Kind>, string | null>>;

/** Which list: of a region; a funding plan is of a scheme and year as well. */
export interface ListPlace<Kind extends ListKind> {
  readonly kind: Kind;
  readonly region: string;
  readonly scheme: string;
  /** Null: a list that has no years. */
  readonly year: string | null;
}

export interface ListInForce<Kind extends ListKind> {
  /** In the order of their files. */
  readonly rows: readonly ListRow<Kind>[];
  /** The loads that answer for it: who changes the list says which ones they have seen. */
  readonly seen: string;
}

/** Where a field stands in a staged file under another name. */
const stagedNames: Readonly<Record<string, string>> = { institution_name: "name", insured_region: "region" };

/** A list as the loads in force hold it, in the current version. */
export async function readList<Kind extends ListKind>(
  warehouse: Warehouse,
  installation: Installation,
  place: ListPlace<Kind>,
): Promise<ListInForce<Kind>> {
  const version = (await readDataVersion(installation.database, null))!;
  const extracts = await answering(installation, version, place);
  const seen = seenOf(extracts);
  if (extracts.length === 0) return { rows: [], seen };
  const files = extracts.map(({ path }) => join(installation.home.warehouseFolder, path));
  const columns = Object.keys(fieldsOf(place.kind)).map(
    (field) => `${stagedNames[field] ?? field}::varchar as ${field}`,
  );
  const rows = await warehouse.rows(
    `select ${columns.join(", ")} from read_parquet(${pathList(files)}, filename = true)
     ${place.year === null ? "" : "where year = $1"}
     order by list_position(${pathList(files)}, filename), row_number`,
    place.year === null ? [] : [place.year],
  );
  return { rows: rows as unknown as ListRow<Kind>[], seen };
}

/** The extracts that answer for a list. */
async function answering(
  { database }: Installation,
  version: DataVersion,
  { kind, region, scheme, year }: ListPlace<ListKind>,
) {
  const { extracts } = await regionState(database, version, region);
  return extracts.filter(
    (extract) =>
      extract.kind === kind && (year === null || (extract.scheme === scheme && extract.parts.includes(year))),
  );
}

const seenOf = (extracts: readonly { readonly loadId: string }[]) =>
  [...new Set(extracts.map(({ loadId }) => loadId))].sort().join(" ");

export interface ListChange<Kind extends ListKind> extends ListPlace<Kind> {
  /** The whole list as it shall be. */
  readonly rows: readonly ListRow<Kind>[];
  /** `seen` of the list that the writer has changed. */
  readonly seen: string;
  /** What the load is called, without its ending. */
  readonly name: string;
  readonly entered: Entered;
  readonly now: Date;
}

/**
 * Puts a list in force: written as an extract of its documented layout, it takes the way of every other one, so it is
 * checked, dated, versioned and can be taken back. Throws PlainError S-201 when the list is not the one that was seen,
 * S-202 when nothing differs, else the code by which a row was refused or held; then nothing has changed.
 */
export async function changeList<Kind extends ListKind>(
  installation: Installation,
  change: ListChange<Kind>,
): Promise<Publication> {
  // Nobody may sweep the spill folder while the list stands in it.
  return whileWriting(installation.database, () => changeListIn(installation, change));
}

async function changeListIn<Kind extends ListKind>(
  installation: Installation,
  change: ListChange<Kind>,
): Promise<Publication> {
  const { kind, region, scheme, rows, name, entered, now } = change;
  const folder = await ownFolder(installation.home.spillFolder, "list");
  try {
    const file = join(folder, `${name}-${dayOf(now)}.csv`);
    await writeFile(file, extractText(kind, rows));
    const request = { files: [file], region, scheme, period: null, kind, profile: null, now, entered };
    const submission = await submit(installation, request);
    if (submission.unchanged) throw new PlainError("S-202");
    await requireAccepted(installation, change, submission);
    return await publish(installation, submission.loadId, now);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const rules = new Set(checks.map(({ code }) => code));
/** Two rows of one institution: a remark on the list, no value that could not be read. */
const contradiction = "L-434";

/** A row that does not count, or a value that could not be read: a file keeps such a row, who types can still correct it. */
const isRefused = ({ severity, column, code }: Finding) =>
  severity !== "warn" || (column !== null && !rules.has(code) && code !== contradiction);

/** Every row counts as it was typed and the list is still the one seen; else the load is given up. */
async function requireAccepted(
  installation: Installation,
  change: ListPlace<ListKind> & { readonly seen: string },
  { loadId, state, dataVersion, report }: Submission,
): Promise<void> {
  const give = async (error: PlainError) => {
    if (state === "ready") await discard(installation, loadId);
    throw error;
  };
  const fault = report.findings.find(isRefused);
  if (fault) await give(new PlainError(fault.code, fault.details));
  const base = dataVersion === 0 ? null : await readDataVersion(installation.database, dataVersion);
  const seen = base ? seenOf(await answering(installation, base, change)) : "";
  if (seen !== change.seen) await give(new PlainError("S-201"));
}

/** The rows under the usual headers of their layout; quoted, so that nothing typed can end a cell. */
function extractText(kind: ListKind, rows: readonly Readonly<Record<string, string | null>>[]): string {
  const { headers } = profiles.find((profile) => profile.kind === kind)!;
  const fields = Object.keys(headers);
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const lines = [
    fields.map((field) => headers[field]![0]!),
    ...rows.map((row) => fields.map((field) => row[field] ?? "")),
  ];
  return `\uFEFF${lines.map(line).join("\r\n")}\r\n`;
}
