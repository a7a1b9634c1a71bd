import type { TableDefinition, TableId } from "./define";
import { expenditure } from "./expenditure";

/** Every table of the office, by id. */
export const tables: Partial<Record<TableId, TableDefinition>> = { expenditure };
