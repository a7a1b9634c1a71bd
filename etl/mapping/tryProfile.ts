import type { Installation } from "@/db/open";
import { readPersonKey } from "@/db/personKeyFile";
import { listSettings } from "@/db/queries/listSettings";
import { readRegionName } from "@/db/queries/readRegionName";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { LoadReport } from "@/domain/load";
import type { CodeMap } from "@/domain/localCodes";
import type { Period } from "@/domain/period";
import { settingsOf } from "@/domain/settings";
import type { Warehouse } from "@/warehouse/connection";
import { mapOfField } from "../codes/codeChoices";
import { isKnown } from "../codes/knownCodes";
import { secretsIn, tokenSecrets } from "../personKey";
import { type FieldType, fieldsOf, isOfCodes } from "../profiles/fields";
import { tableReader } from "../steps/cells";
import { type CheckSettings, checkQuery } from "../steps/check";
import type { Mapping } from "../steps/map";
import { readFile } from "../steps/readFile";
import { rowOf, type Table } from "../steps/readTable";
import { defaultSettings, marksOf, stageLoad } from "../steps/stage";
import { checkedTypes } from "../steps/stagedColumns";
import type { InputFile } from "../steps/unpackArchives";
import { dayOf } from "../steps/versionState";
import { layoutOf } from "./described";
import { oneFile } from "./describeFile";
import { codeOnlyFields, readKeptColumns, requireImpersonal } from "./personalCells";
import { type CountedValue, shownValues } from "./shown";
import { inTrialFolder, withTrialWarehouse } from "./trialFolder";

/** What a description is tried on. */
export interface TrialRequest {
  readonly file: InputFile;
  readonly profile: ExtractProfile;
  readonly region: string;
  /** Scheme of rows that name none. */
  readonly scheme: string;
  readonly period: Period | null;
  readonly now: Date;
}

/** One row as the description reads it: nothing that names a person. */
export interface TriedRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly outcome: "accepted" | "held" | "excluded";
  /** Code and column of the reason to hold or exclude it, and of each warning. */
  readonly reasons: readonly { readonly code: string; readonly column: string | null }[];
  /** By field; null: empty, unreadable or not to be shown. */
  readonly values: Readonly<Record<string, string | null>>;
}

/** The codes of a column, in the order of their rows. */
export interface TriedCodes {
  readonly field: string;
  readonly header: string;
  readonly map: CodeMap;
  readonly codes: readonly (CountedValue & { readonly known: boolean })[];
  /** How many values may not be shown: they look like names or long numbers. */
  readonly hidden: number;
}

export interface Trial {
  /** Fields of which `rows` has values, in their order. */
  readonly fields: readonly string[];
  readonly rows: readonly TriedRow[];
  readonly codes: readonly TriedCodes[];
}

/** Reads the first `count` rows of a file as a description says, and the codes of the whole. Nothing is left behind. */
export async function tryProfile(installation: Installation, request: TrialRequest, count: number): Promise<Trial> {
  const { home, database } = installation;
  const layout = layoutOf(request.profile);
  return inTrialFolder(home, async (folder) => {
    const file = await oneFile(request.file, folder);
    const choice = { kind: layout.kind, profile: layout.name, described: [layout] };
    const read = await readFile(file, folder, choice, defaultSettings.limits);
    const secrets = tokenSecrets(await readPersonKey(home.personKeyFile));
    const settings = await listSettings(database, request.region);
    const regionName = await readRegionName(database, request.region);
    const localCodes = settingsOf(settings, "local_code").map(({ value }) => value);
    const knows = (map: CodeMap, code: string) => isKnown(map, code, request.region, localCodes);
    return withTrialWarehouse(folder, async (warehouse) => {
      const rowsAndCodes = async (table: Table) => {
        const columns = await readKeptColumns(warehouse, table, read.mapping);
        requireImpersonal(columns, request.region, read.mapping.profile.exact);
        const settings = { ...request, regionName, codeOnly: codeOnlyFields(columns) };
        return {
          ...(await readRows(warehouse, table, read.mapping, settings, secrets, count)),
          codes: await readCodes(warehouse, table, read.mapping, knows),
        };
      };
      const table = await read.table(false);
      return rowsAndCodes(table).catch(async (error) => {
        if (table.exact) throw error;
        return rowsAndCodes(await read.table(true));
      });
    });
  });
}

/** Reads the whole file as a load would and says what would become of it. Nothing of it is kept or published. */
export async function rehearse(installation: Installation, request: TrialRequest): Promise<LoadReport> {
  const { home, database } = installation;
  const { file, profile, region, scheme, period, now } = request;
  const personKey = await readPersonKey(home.personKeyFile);
  const regionName = await readRegionName(database, region);
  return inTrialFolder(home, (folder) =>
    withTrialWarehouse(folder, async (warehouse) => {
      const { report } = await stageLoad(warehouse, {
        ...{ loadId: "trial", files: [file], region, regionName, scheme, period, personKey, today: dayOf(now) },
        ...{ kind: profile.kind, profile: profile.name, described: [layoutOf(profile)] },
        ...{ warehouseFolder: folder, spillFolder: folder },
      });
      return report;
    }),
  );
}

/** Fields whose values a page may show. */
const shownTypes: readonly FieldType[] = [
  "code",
  "region",
  "scheme",
  "flag",
  "validity",
  "refund",
  "money",
  "rate",
  "value",
  "whole",
  "day",
  "moment",
  "begin",
  "end",
  "month",
  "year",
  "period",
];

async function readRows(
  warehouse: Warehouse,
  table: Table,
  mapping: Mapping,
  { region, regionName, scheme, codeOnly }: Pick<CheckSettings, "region" | "regionName" | "scheme" | "codeOnly">,
  secrets: ReturnType<typeof tokenSecrets>,
  count: number,
): Promise<Pick<Trial, "fields" | "rows">> {
  const { kind } = mapping.profile;
  const marks = marksOf(mapping);
  const { present } = marks;
  const { ceiling } = defaultSettings;
  const query = checkQuery(table, mapping, { region, regionName, scheme, ceiling, codeOnly, ...marks });
  const types = checkedTypes(kind);
  const shown = Object.entries(fieldsOf(kind)).flatMap(([field, { type }]) => {
    const column = [field, `${field}_amount`].find((name) => name in types);
    return present.has(field) && column && shownTypes.includes(type) ? [{ field, type, column }] : [];
  });
  const values = shown.map(({ field, column }) => `${column}::varchar as value_${field}`);
  const valid = kind === "settlements" ? "valid" : "true as valid";
  const found = await warehouse.rows(
    `select ${["hold", "warnings", valid, ...values].join(", ")} from (${query}) limit ${count}`,
    secretsIn(query, secrets),
  );
  const codes = new Map(shown.filter(({ type }) => isOfCodes(type)).map(({ field }) => [field, shownIn(found, field)]));
  const reason = (text: string) => {
    const [code = "", field = ""] = text.split("|");
    return { code, column: mapping.columns.get(field)?.header ?? null };
  };
  const rows = found.map((row, ordinal): TriedRow => {
    const { hold, warnings } = row as { hold: string | null; warnings: string | null };
    const reasons = hold ? [hold] : [...(row.valid ? [] : ["L-420|"]), ...(warnings?.split(";") ?? [])];
    return {
      row: rowOf(table, ordinal),
      outcome: hold ? "held" : row.valid ? "accepted" : "excluded",
      reasons: reasons.map(reason),
      values: Object.fromEntries(
        shown.map(({ field }) => {
          const value = row[`value_${field}`] as string | null;
          return [field, value !== null && codes.get(field)?.has(value) === false ? null : value];
        }),
      ),
    };
  });
  return { fields: shown.map(({ field }) => field), rows };
}

/** The values of a column of codes that may be shown. */
function shownIn(rows: readonly Record<string, unknown>[], field: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[`value_${field}`];
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const map = mapOfField[field];
  const values = [...counts].map(([value, times]) => ({ value, rows: times }));
  return new Set(
    shownValues(values, (value) => map !== undefined && isKnown(map, value, "", [])).map(({ value }) => value),
  );
}

const mostValues = 500;

async function readCodes(
  warehouse: Warehouse,
  table: Table,
  mapping: Mapping,
  knows: (map: CodeMap, code: string) => boolean,
): Promise<TriedCodes[]> {
  const found: TriedCodes[] = [];
  for (const [field, { index, header }] of mapping.columns) {
    const map = mapOfField[field];
    if (!map) continue;
    const values = await warehouse.rows<{ value: string; rows: string }>(
      `select trim(c${index}) as value, count(*) as rows from ${tableReader(table, mapping)}
       where trim(c${index}) <> '' group by 1 order by rows desc, value limit ${mostValues}`,
    );
    const counted = values.map(({ value, rows }) => ({ value, rows: Number(rows) }));
    const translated = mapping.profile.codes[field] ?? {};
    const isKnownCode = (value: string) => knows(map, translated[value] ?? value);
    const shown = shownValues(counted, isKnownCode);
    found.push({
      ...{ field, header, map, hidden: counted.length - shown.length },
      codes: shown.map((each) => ({ ...each, known: isKnownCode(each.value) })),
    });
  }
  return found;
}
