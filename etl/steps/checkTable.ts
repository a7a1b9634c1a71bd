import { setTimeout } from "node:timers/promises";
import { PlainError } from "@/domain/errors";
import type { Warehouse } from "@/warehouse/connection";
import type { PresumedFile, ReadFile } from "./readFile";
import { areSameText, rowOf, type Table, type TableText } from "./readTable";

/** Milliseconds in which most files are walked through, sooner than a check could begin. */
const headStart = 30;

/**
 * Checks the rows as if the file were what it is presumed to be and each of them one of data, while it is looked at and
 * walked through to see whether that is so. Where it is not, they are checked again as they were found, and with every row
 * measured where one stopped the strict reader. Gives the file as it is and the table that passed.
 */
export async function checkTable(
  warehouse: Warehouse,
  read: PresumedFile,
  check: (read: ReadFile, rows: TableText) => Promise<void>,
  whenWalked: (table: Table) => void,
): Promise<{ read: ReadFile; table: Table }> {
  const looking = lookAt(read, whenWalked);
  const presumed = (await Promise.race([looking, setTimeout(headStart)]))?.table ?? read.presumed;
  const stopUnless = (asPresumed: boolean) => {
    if (!asPresumed) warehouse.interrupt();
  };
  looking.then(
    ({ table }) => stopUnless(table !== null && areSameText(table, presumed)),
    () => stopUnless(false),
  );
  const [looked, first] = await Promise.allSettled([looking, check(read, presumed)]);
  if (looked.status === "rejected") throw looked.reason;
  const { otherwise, table } = looked.value;
  if (otherwise) return checkTable(warehouse, otherwise, check, whenWalked);
  const [found] = areSameText(table, presumed) ? [first] : await Promise.allSettled([check(read, table)]);
  if (found.status === "fulfilled") return { read, table };
  if (table.exact) throw unreadable(found.reason, table);
  const measured = await read.table(true);
  await check(read, measured).catch((error) => {
    throw unreadable(error, measured);
  });
  return { read, table: measured };
}

/** Looks at all of a file and walks through it: it is something else, or a table. */
async function lookAt(
  read: PresumedFile,
  whenWalked: (table: Table) => void,
): Promise<{ otherwise: PresumedFile; table: null } | { otherwise: null; table: Table }> {
  const [looked, walked] = await Promise.allSettled([read.otherwise(), read.table(false)]);
  if (looked.status === "rejected") throw looked.reason;
  if (looked.value) return { otherwise: looked.value, table: null };
  if (walked.status === "rejected") throw walked.reason;
  whenWalked(walked.value);
  return { otherwise: null, table: walked.value };
}

/** The strict reader's own message quotes the row: only where it stopped is kept. */
function unreadable(error: unknown, table: Table): unknown {
  const line = /CSV Error on Line: (\d+)/.exec((error as Error).message)?.[1];
  return line ? new PlainError("L-105", { row: rowOf(table, Number(line) - table.skip - 1) }) : error;
}
