import { Decimal } from "decimal.js";
import type { AmountUnit } from "@/domain/extractProfile";
import { type FieldType, fieldsOf, isDated, isTokenised } from "../profiles/fields";
import type { Mapping } from "../steps/map";
import type { NumberStyle } from "./numberStyles";

/** How a number in a cell becomes text: it depends on what its column carries. */
export type CellForm =
  | { readonly kind: "number" | "identifier" | "date" }
  /** `places`: decimals down to one 分, 2 for amounts in 元 and 6 in 万元. */
  | { readonly kind: "money"; readonly places: number };

function formOf(type: FieldType, unit: AmountUnit | null): CellForm {
  if (type === "money") return { kind: "money", places: unit === "ten_thousand_yuan" ? 6 : 2 };
  return { kind: isTokenised(type) ? "identifier" : isDated(type) ? "date" : "number" };
}

/** The forms of a file's columns, by position; none where no field uses the column. */
export function cellForms({ profile, columns }: Mapping): (CellForm | undefined)[] {
  const fields = fieldsOf(profile.kind);
  const forms: (CellForm | undefined)[] = [];
  for (const [field, column] of columns) {
    const { type } = fields[field]!;
    for (const { index, unit } of [column, ...column.added]) forms[index] = formOf(type, unit);
  }
  return forms;
}

const anyNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
/** Beyond it a spreadsheet keeps zeros for digits. */
const exactDigits = 15;
const exactLimit = 1e15;

/**
 * The text of a number as a spreadsheet stores it, a double in up to 17 digits.
 * Amounts: a number within a millionth of a 分's place is that amount (0.30000000000000004 is 0.30), any other stays as it
 * is. Numbers of persons and settlements: beyond 15 digits they are lost and written so that the grammar tells (L-401,
 * L-402). Anything else: 15 digits, as the spreadsheet itself computes. Never in scientific notation otherwise.
 */
export function numberText(stored: string, form: CellForm | undefined): string {
  if (!anyNumber.test(stored)) return stored;
  if (form?.kind === "identifier" && Math.abs(Number(stored)) >= exactLimit)
    return new Decimal(stored).toExponential(5);
  const plain = /[eE]/.test(stored) ? new Decimal(stored).toFixed() : stored;
  if (form?.kind === "money") return amountText(plain, form.places);
  return significantDigits(plain) > exactDigits ? new Decimal(plain).toSignificantDigits(exactDigits).toFixed() : plain;
}

/**
 * The text of a number with what its cell shows beside its digits: 0.987 shown as 98.7% is that. An amount shown by the
 * thousand or ten thousand is stored in 元, whatever the header says of what is shown.
 */
export function shownNumber(text: string, style: NumberStyle | null, form: CellForm | undefined): string {
  if (style === "percent" && anyNumber.test(text)) return `${new Decimal(text).times(100).toFixed()}%`;
  return style === "scaled" && form?.kind === "money" ? `${text}元` : text;
}

const significantDigits = (text: string) => text.replace(/^-?0*\.?0*|\.|-/g, "").length;

/** Four decimals behind the last place that are all 0 or all 9 make the number a whole one of that place. */
function amountText(text: string, places: number): string {
  const point = text.indexOf(".");
  if (point < 0 || text.length - point - 1 < places + 4) return text;
  const kept = text.slice(0, point + 1 + places);
  const rest = text.slice(point + 1 + places, point + 5 + places);
  if (rest === "0000") return kept;
  if (rest !== "9999") return text;
  return new Decimal(kept).plus(new Decimal(10).pow(-places).times(text.startsWith("-") ? -1 : 1)).toFixed(places);
}
