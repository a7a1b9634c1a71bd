import { hardshipStatuses } from "@/domain/dimensions";
import { literal } from "@/domain/sqlLiteral";

const order = `[${hardshipStatuses.map(literal).join(", ")}]`;

/** Where a status stands in the order of precedence: 1 goes before all others. */
export function precedenceOf(status: string): string {
  return `list_position(${order}, ${status})`;
}

/** The status that stands at a place of the order. */
export function statusAt(precedence: string): string {
  return `${order}[${precedence}]`;
}
