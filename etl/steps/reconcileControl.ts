import { readFile } from "node:fs/promises";
import { PlainError } from "@/domain/errors";
import type { Warehouse } from "@/warehouse/connection";
import { money } from "../grammar/money";
import { faultMark, type Grammar, reread } from "../grammar/sql";
import { toCents, toYuan } from "./cents";
import type { Mapping } from "./map";
import type { Table } from "./readTable";

/** Control totals of one file, as given: counts, and yuan as decimal strings. */
export type Control = Partial<Record<(typeof controlNames)[number], string>>;

export const controlNames = ["rows", "cases", "total_fee_amount", "pool_pay_amount"] as const;

/** The field whose column a control total adds up. */
export const controlFields = { total_fee_amount: "total_fee", pool_pay_amount: "pool_pay" } as const;

export interface GivenControl {
  /** Null when there are none. */
  readonly control: Control | null;
  /** Headers of amounts that the totals row gives in a way that cannot be read. */
  readonly unreadTotals: readonly string[];
}

/**
 * Control totals of a file: from `<file>.control.json` and, for amounts it does not name, from the file's own totals row.
 * Throws L-130 for a side file that cannot be read.
 */
export async function readControl(
  warehouse: Warehouse,
  path: string,
  mapping: Mapping,
  table: Table,
): Promise<GivenControl> {
  const control: Control = {};
  const unreadTotals: string[] = [];
  const totals = table.totals.at(-1);
  if (totals && mapping.profile.kind === "settlements")
    for (const [name, field] of Object.entries(controlFields)) {
      const column = mapping.columns.get(field);
      const cells = column ? [column.index, ...column.added].map((index) => totals.cells[index] ?? "") : [];
      if (!column || cells.every((cell) => cell.trim() === "")) continue;
      const amounts: string[] = [];
      for (const cell of cells) amounts.push((await readAmount(warehouse, money(column.unit), cell)) ?? "");
      const isRead = amounts.every((amount, part) => amount !== "" || cells[part]!.trim() === "");
      const sum = amounts.reduce((cents, amount) => cents + toCents(amount || "0"), 0n);
      if (isRead) control[name as keyof typeof controlFields] = toYuan(sum);
      else unreadTotals.push(column.header);
    }
  Object.assign(control, await readSideFile(`${path}.control.json`));
  return { control: Object.keys(control).length > 0 ? control : null, unreadTotals };
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
  const control: Control = {};
  for (const name of controlNames) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    const isAmount = name in controlFields;
    if (typeof value !== "string" || !(isAmount ? /^-?\d+(\.\d{1,2})?$/ : /^\d+$/).test(value))
      throw new PlainError("L-130");
    control[name] = value;
  }
  return control;
}
