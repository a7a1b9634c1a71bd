import { readFile } from "node:fs/promises";
import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { money } from "../grammar/money";
import { wholeNumber } from "../grammar/number";
import { faultMark, type Grammar, reread } from "../grammar/sql";
import { toCents, toYuan } from "./cents";
import { controlFileOf } from "./controlFile";
import type { MappedColumn, Mapping } from "./map";
import type { Table } from "./readTable";

/** Control totals of one file, as given: counts, and yuan as decimal strings. */
export type Control = Readonly<Record<string, string>>;

/** What a side file may give, in the order in which it is compared. */
const sideNames = ["rows", "cases", "total_fee_amount", "pool_pay_amount"] as const;

/** Columns of checked rows that the totals row of a file adds up, each with its field. */
export const totalled: Readonly<Record<ExtractKind, Readonly<Record<string, string>>>> = {
  settlements: { total_fee_amount: "total_fee", pool_pay_amount: "pool_pay" },
  funding: { planned_amount: "planned_amount", in_place_amount: "in_place_amount" },
  enrolment: { enrolled: "enrolled" },
  manual_aid: { amount: "amount" },
  hardship_registry: {},
  institutions: {},
  indicators: {},
};

/** Whether a control total counts instead of adding amounts up. */
const isCount = (name: string) => !name.endsWith("amount");

/** A control total to compare with: amounts in 分. */
export const totalFrom = (name: string, text: string): bigint => (isCount(name) ? BigInt(text) : toCents(text));

/** A control total as it is told: amounts in 元. */
export const totalText = (name: string, total: bigint): string => (isCount(name) ? String(total) : toYuan(total));

export interface GivenControl {
  /** Null when there are none. */
  readonly control: Control | null;
  /** By how many 分 the total of a list in 万元 may differ from its amounts, which are rounded each. */
  readonly tolerances: Readonly<Record<string, bigint>>;
  /** Headers of amounts that the totals row gives in a way that cannot be read. */
  readonly unreadTotals: readonly string[];
}

/**
 * Control totals of a file whose rows were `checked`: from `<file>.control.json` and, for amounts it does not name, from the
 * file's own totals row. Throws L-130 for a side file that cannot be read.
 */
export async function readControl(
  warehouse: Warehouse,
  { path, checked, mapping, table }: { path: string; checked: string; mapping: Mapping; table: Table },
): Promise<GivenControl> {
  const control: Record<string, string> = {};
  const unreadTotals: string[] = [];
  const tolerances: Record<string, bigint> = {};
  for (const [name, field] of Object.entries(totalled[mapping.profile.kind])) {
    const column = mapping.columns.get(field);
    if (!column || (await areOfSeveralMonths(warehouse, mapping, checked))) continue;
    const totals: (Total | "unread")[] = [];
    for (const { cells } of table.totals) {
      const total = await readTotal(warehouse, name, column, cells);
      if (total) totals.push(total);
    }
    if (totals.length === 0) continue;
    const total = totals.length > 1 ? await totalOf(warehouse, checked, name, totals) : totals[0]!;
    if (total === "unread") unreadTotals.push(column.header);
    else {
      control[name] = totalText(name, total.value);
      tolerances[name] = mapping.profile.kind === "settlements" ? 0n : total.step * BigInt(table.rows);
    }
  }
  Object.assign(control, await readSideFile(controlFileOf(path)));
  return { control: Object.keys(control).length > 0 ? control : null, tolerances, unreadTotals };
}

/** What a totals row gives for an amount, in 分, or for a number of people. */
interface Total {
  readonly value: bigint;
  /** By how many 分 each row of a table in 万元 may be rounded; nothing in 元. */
  readonly step: bigint;
}

/** 分 of half the last digit of an amount in 万元: 7100.25 is written to 100 元. */
function halfOfLastDigit(cell: string): bigint {
  const [, places = ""] = /[.](\d+)/.exec(cell) ?? [];
  return 10n ** BigInt(Math.max(0, 6 - places.length)) / 2n;
}

/** Over all columns that are added to an amount; null where the row gives none. */
async function readTotal(
  warehouse: Warehouse,
  name: string,
  column: MappedColumn,
  row: readonly string[],
): Promise<Total | "unread" | null> {
  const cells = [column, ...column.added]
    .map(({ index, unit }) => ({ cell: row[index]?.trim() ?? "", unit }))
    .filter(({ cell }) => cell !== "");
  let value = 0n;
  let step = 0n;
  for (const { cell, unit } of cells) {
    const read = await readCell(warehouse, isCount(name) ? wholeNumber : money(unit), cell);
    if (read === null) return "unread";
    value += totalFrom(name, read);
    if (unit === "ten_thousand_yuan") step += halfOfLastDigit(cell);
  }
  return cells.length > 0 ? { value, step } : null;
}

/** Who is enrolled month after month is no sum. */
async function areOfSeveralMonths(warehouse: Warehouse, { profile }: Mapping, checked: string): Promise<boolean> {
  if (profile.kind !== "enrolment") return false;
  const [row] = await warehouse.rows<{ months: string }>(
    `select count(distinct month) as months from read_parquet(${literal(checked)})`,
  );
  return row!.months !== "1";
}

/**
 * Of several totals the one that is of all rows: the last, the first, or all together where each is of a group. Which of
 * them a file means its rows tell; where none meets them, the last is missed.
 */
async function totalOf(
  warehouse: Warehouse,
  checked: string,
  name: string,
  totals: readonly (Total | "unread")[],
): Promise<Total | "unread"> {
  const last = totals.at(-1)!;
  const read = totals.filter((total) => total !== "unread");
  if (read.length < totals.length) return last;
  const [row] = await warehouse.rows<{ sum: string | null }>(
    `select sum(${name})::varchar as sum from read_parquet(${literal(checked)})`,
  );
  const sum = totalFrom(name, row!.sum ?? "0");
  const together = read.reduce((all, { value, step }) => ({ value: all.value + value, step: all.step + step }));
  return [last, read[0]!, together].find((total) => total !== "unread" && total.value === sum) ?? last;
}

/** The value of one cell as text; null where the grammar reads none. */
async function readCell(warehouse: Warehouse, grammar: Grammar, cell: string): Promise<string | null> {
  const [read] = await warehouse.rows<{ value: string | null }>(
    `with texts as (select ${reread(grammar, "[$1::varchar]")}[1] as text)
     select case when not starts_with(text, ${literal(faultMark)}) then ${grammar.typed("text")} end::varchar as value
     from texts`,
    // Accounting formats part the sign of the currency from its number.
    [cell.replace(/^\s*([¥￥])\s+/, "$1")],
  );
  return read?.value ?? null;
}

async function readSideFile(path: string): Promise<Control> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  // Numbers become text before parsing: an amount must not pass through a float.
  const quoted = text.replace(/^\ufeff/, "").replace(/:\s*(-?\d+(?:\.\d+)?)\s*(?=[,}])/g, ': "$1"');
  let given: unknown;
  try {
    given = JSON.parse(quoted);
  } catch {
    throw new PlainError("L-130");
  }
  if (typeof given !== "object" || given === null) throw new PlainError("L-130");
  const control: Record<string, string> = {};
  for (const name of sideNames) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string" || !(isCount(name) ? /^\d+$/ : /^-?\d+(\.\d{1,2})?$/).test(value))
      throw new PlainError("L-130");
    control[name] = value;
  }
  return control;
}
