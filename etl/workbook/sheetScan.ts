import { PlainError } from "@/domain/errors";
import { formulaWithoutResult } from "../grammar/text";
import { type CellForm, numberText } from "./cellForms";
import { CellText, isName } from "./cellText";
import { mostColumns, mostRows, type RowSink } from "./rows";
import { type DateSystem, serialDate } from "./serialDate";
import type { SharedStrings } from "./sharedStrings";
import { resolved, type XmlVisitor } from "./xmlScan";

/** What the cells of a sheet mean by their numbers. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** By number of a cell's style: it shows a date. */
  readonly dateStyles: readonly boolean[];
  readonly dateSystem: DateSystem;
  /** By column; empty while the header is not known. */
  readonly forms: readonly (CellForm | undefined)[];
}

/** Thrown when the sink wants no more rows. */
export const enoughRows = Symbol("enough rows");

const letter = { c: 0x63, v: 0x76, f: 0x66, t: 0x74, r: 0x72, s: 0x73, b: 0x62, e: 0x65, d: 0x64, i: 0x69, n: 0x6e };
const lastYear = 2200;
const equals = 0x3d;
const point = 0x2e;
const minus = 0x2d;

type CellType = "number" | "shared" | "text" | "boolean";

/** Turns the tags of a worksheet into rows of text. Only cells are looked at: merges, names, validations, links are not. */
export class SheetScan implements XmlVisitor {
  /** Cells of mapped columns that hold a formula with its stored result. */
  formulas = 0;
  private inData = false;
  private inInline = false;
  private inPhonetic = false;
  private rowNumber = 0;
  private column = -1;
  private type: CellType = "number";
  private style = 0;
  private hasValue = false;
  private hasFormula = false;
  private readonly value = new CellText();
  private readonly formula = new CellText();

  constructor(
    private readonly sink: RowSink,
    private readonly context: SheetContext,
  ) {}

  open(bytes: Buffer, start: number, end: number, tagEnd: number): void {
    if (!this.inData) {
      if (isName(bytes, start, end, "sheetData")) this.inData = true;
      return;
    }
    if (end - start === 1) {
      const name = bytes[start];
      if (name === letter.c) this.openCell(bytes, end, tagEnd);
      else if (name === letter.v) this.value.isOpen = true;
      else if (name === letter.t) this.value.isOpen = this.inInline && !this.inPhonetic;
      else if (name === letter.f) {
        this.hasFormula = true;
        this.formula.clear();
        this.formula.isOpen = true;
      }
    } else if (isName(bytes, start, end, "row")) this.openRow(bytes, end, tagEnd);
    else if (isName(bytes, start, end, "is")) this.inInline = true;
    else if (isName(bytes, start, end, "rPh")) this.inPhonetic = true;
  }

  close(bytes: Buffer, start: number, end: number): void {
    if (!this.inData) return;
    if (end - start === 1) {
      const name = bytes[start];
      if (name === letter.c) this.closeCell();
      else if (name === letter.v || name === letter.t) {
        this.value.isOpen = false;
        this.hasValue = true;
      } else if (name === letter.f) {
        this.formula.isOpen = false;
        if (asksOtherProgram(this.formula.toString())) throw new PlainError("L-112");
      }
    } else if (isName(bytes, start, end, "row")) this.sink.endRow();
    else if (isName(bytes, start, end, "is")) this.inInline = false;
    else if (isName(bytes, start, end, "rPh")) this.inPhonetic = false;
    else if (isName(bytes, start, end, "sheetData")) this.inData = false;
  }

  text(bytes: Buffer, start: number, end: number): void {
    if (this.value.isOpen) this.value.append(bytes, start, end);
    else if (this.formula.isOpen) this.formula.append(bytes, start, end);
  }

  plainText(bytes: Buffer, start: number, end: number): void {
    if (this.value.isOpen) this.value.appendPlain(bytes, start, end);
  }

  private openRow(bytes: Buffer, at: number, end: number): void {
    const attributes = attributesOf(bytes, at, end);
    const number = attributes.r === undefined ? this.rowNumber + 1 : Number(attributes.r);
    if (!(Number.isInteger(number) && number > this.rowNumber && number <= mostRows)) throw new PlainError("L-105");
    this.rowNumber = number;
    this.column = -1;
    if (!this.sink.row(number, attributes.hidden === "1" || attributes.hidden === "true")) throw enoughRows;
  }

  /** Reads `r="B5" s="3" t="s"`: the loop that runs for every cell. */
  private openCell(bytes: Buffer, from: number, end: number): void {
    let column = this.column + 1;
    this.type = "number";
    this.style = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.value.clear();
    let at = from;
    while (at < end) {
      const nameStart = at;
      while (at < end && bytes[at] !== equals) at++;
      if (at === end) break;
      const name = bytes[at - 1];
      const isShort = at - nameStart === 2 || bytes[at - 2]! <= 0x20;
      const quoteMark = bytes[++at];
      const valueStart = ++at;
      while (at < end && bytes[at] !== quoteMark) at++;
      if (isShort) {
        if (name === letter.r) column = this.columnOf(bytes, valueStart, at);
        else if (name === letter.s) this.style = wholeNumber(bytes, valueStart, at);
        else if (name === letter.t) this.type = typeOf(bytes, valueStart, at);
      }
      at++;
    }
    if (column <= this.column || column >= mostColumns) throw new PlainError("L-105", { row: this.rowNumber });
    this.column = column;
  }

  private columnOf(bytes: Buffer, start: number, end: number): number {
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const place = (bytes[at]! | 0x20) - 0x60;
      if (place < 1 || place > 26) break;
      column = column * 26 + place;
    }
    if (wholeNumber(bytes, at, end) !== this.rowNumber || at - start > 3)
      throw new PlainError("L-105", { row: this.rowNumber });
    return column - 1;
  }

  private closeCell(): void {
    if (!this.hasValue) {
      if (this.hasFormula) this.give(formulaWithoutResult);
      return;
    }
    if (this.hasFormula && this.context.forms[this.column]) this.formulas++;
    if (this.type === "number") this.number();
    else if (this.type === "shared") this.shared();
    else if (this.type === "boolean") this.give(this.value.toString() === "1" ? "TRUE" : "FALSE");
    else this.value.give((bytes, start, end) => this.sink.cell(this.column, bytes, start, end));
  }

  private shared(): void {
    const index = wholeNumber(this.value.bytes, 0, this.value.length);
    this.context.strings.give(index, (bytes, start, end) => this.sink.cell(this.column, bytes, start, end));
  }

  private number(): void {
    const { value, context } = this;
    const form = context.forms[this.column];
    const isShownAsDate = context.dateStyles[this.style] === true;
    const isDate = isShownAsDate || form?.kind === "date";
    if (!isDate && isPlainNumber(value.bytes, value.length)) {
      this.sink.cell(this.column, value.bytes, 0, value.length);
      return;
    }
    const text = value.toString().trim();
    // Without a date's style the column alone says that it is one: then it must not be a year, nor a day as 20180603.
    const date =
      isDate && (isShownAsDate || Number(text) > lastYear) ? serialDate(Number(text), context.dateSystem) : null;
    this.give(date ?? numberText(text, form));
  }

  private give(text: string): void {
    const bytes = Buffer.from(text);
    this.sink.cell(this.column, bytes, 0, bytes.length);
  }
}

function typeOf(bytes: Buffer, start: number, end: number): CellType {
  const first = bytes[start];
  if (first === letter.s) return end - start === 1 ? "shared" : "text";
  if (first === letter.b) return "boolean";
  // Inline texts, error values as they are shown, and days as ISO 8601.
  return first === letter.i || first === letter.e || first === letter.d ? "text" : "number";
}

/** Digits as a number; NaN for anything else. */
function wholeNumber(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return end > start ? number : Number.NaN;
}

/** At most 15 digits, of which two behind the point: text in any column. */
function isPlainNumber(bytes: Buffer, length: number): boolean {
  let digits = 0;
  let decimals = -1;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x30 && byte <= 0x39) {
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === point && decimals < 0) decimals = 0;
    else if (byte !== minus || i > 0) return false;
  }
  return digits > 0 && digits <= 15 && decimals <= 2 && decimals !== 0;
}

/** `cmd|'/c calc'!A0` asks another program for its value. */
function asksOtherProgram(formula: string): boolean {
  return formula.includes("|") && /[A-Za-z]\|.*!/.test(resolved(formula).replace(/"[^"]*"/g, ""));
}

function attributesOf(bytes: Buffer, start: number, end: number): Record<string, string> {
  const text = bytes.toString("latin1", start, end);
  return Object.fromEntries(
    [...text.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((m) => [m[1]!, m[2] ?? m[3]!]),
  );
}
