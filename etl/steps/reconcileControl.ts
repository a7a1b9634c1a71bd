import { readFile } from "node:fs/promises";
import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import type { Warehouse } from "@/warehouse/connection";
import { money } from "../grammar/money";
import { faultMark, type Grammar, literal, reread } from "../grammar/sql";
import { toCents, toYuan } from "./cents";
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
export const isCount = (name: string) => !name.endsWith("amount");

export interface GivenControl {
  /** Null when there are none. */
  readonly control: Control | null;
  /** Headers of amounts that the totals row gives in a way that cannot be read. */
  readonly unreadTotals: readonly string[];
}

/**
 * Control totals of a file whose rows were `checked`: from `<file>.control.json` and, for amounts it does not name, from the file's own totals row.
 * Throws L-130 for a side file that cannot be read.
 */
export async function readControl(
  warehouse: Warehouse,
  { path, checked, mapping, table }: { path: string; checked: string; mapping: Mapping; table: Table },
): Promise<GivenControl> {
  const control: Record<string, string> = {};
  const unreadTotals: string[] = [];
  for (const [name, field] of Object.entries(totalled[mapping.profile.kind])) {
    const column = mapping.columns.get(field);
    if (!column) continue;
    const amounts: (bigint | "unread" | null)[] = [];
    for (const { cells } of table.totals) amounts.push(await readTotal(warehouse, column, cells));
    const said = amounts.filter((amount) => amount !== null);
    const total = said.length > 1 ? await totalOf(warehouse, checked, name, said) : said[0];
    if (total === "unread") unreadTotals.push(column.header);
    else if (total !== undefined) control[name] = isCount(name) ? `${total / 100n}` : toYuan(total);
  }
  Object.assign(control, await readSideFile(`${path}.control.json`));
  return { control: Object.keys(control).length > 0 ? control : null, unreadTotals };
}

/** Cents that a totals row gives for an amount, over all columns that are added to it; null where it gives none. */
async function readTotal(
  warehouse: Warehouse,
  { index, added, unit }: MappedColumn,
  row: readonly string[],
): Promise<bigint | "unread" | null> {
  const cells = [index, ...added].map((place) => row[place]?.trim() ?? "").filter((cell) => cell !== "");
  let sum = 0n;
  for (const cell of cells) {
    const amount = await readAmount(warehouse, money(unit), cell);
    if (amount === null) return "unread";
    sum += toCents(amount);
  }
  return cells.length > 0 ? sum : null;
}

/**
 * Of several totals the one that is of all rows: the last, or all together where each is of a group. Which of the two a
 * file means its rows tell; where neither meets them, the last is missed.
 */
async function totalOf(
  warehouse: Warehouse,
  checked: string,
  name: string,
  totals: readonly (bigint | "unread")[],
): Promise<bigint | "unread"> {
  const last = totals.at(-1)!;
  const read = totals.filter((total) => total !== "unread");
  if (read.length < totals.length) return last;
  const [row] = await warehouse.rows<{ sum: string | null }>(
    `select sum(${name})::varchar as sum from read_parquet(${literal(checked)})`,
  );
  const together = read.reduce((sum, total) => sum + total, 0n);
  return together === toCents(row!.sum ?? "0") ? together : last;
}

async function readAmount(warehouse: Warehouse, grammar: Grammar, cell: string): Promise<string | null> {
  const [read] = await warehouse.rows<{ amount: string | null }>(
    `with texts as (select ${reread(grammar, "[$1::varchar]")}[1] as value)
     select case when not starts_with(value, '${faultMark}') then ${grammar.typed("value")} end::varchar as amount from texts`,
    // Accounting formats part the sign of the currency from its number.
    [cell.replace(/^\s*([¥￥])\s+/, "$1")],
  );
  return read?.amount ?? null;
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
