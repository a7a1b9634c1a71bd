import { PlainError } from "@/domain/errors";
import { formulaWithoutResult } from "../grammar/text";
import { type CellForm, numberText, shownNumber } from "./cellForms";
import { CellText, isName } from "./cellText";
import type { NumberStyle } from "./numberStyles";
import { mostColumns, mostRows, type RowSink } from "./rows";
import { type DateSystem, serialDate } from "./serialDate";
import type { SharedStrings } from "./sharedStrings";
import { resolved, type XmlVisitor } from "./xmlScan";

/** What the cells of a sheet mean by their numbers. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** By number of a cell's style. */
  readonly numberStyles: readonly (NumberStyle | null)[];
  readonly dateSystem: DateSystem;
  /** By column; empty while the header is not known. */
  readonly forms: readonly (CellForm | undefined)[];
}

/** Thrown when the sink wants no more rows. */
export const enoughRows = Symbol("enough rows");

const letter = { c: 0x63, v: 0x76, f: 0x66, t: 0x74, r: 0x72, s: 0x73, b: 0x62, e: 0x65, d: 0x64, i: 0x69, n: 0x6e };
const lastYear = 2200;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;
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
  private nextRow = 0;
  private hidden = false;
  private column = -1;
  private nextColumn = 0;
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
    this.nextRow = this.rowNumber + 1;
    this.hidden = false;
    eachAttribute(bytes, at, end, this.rowAttribute);
    const number = this.nextRow;
    if (!(number > this.rowNumber && number <= mostRows)) throw new PlainError("L-105");
    this.rowNumber = number;
    this.column = -1;
    if (!this.sink.row(number, this.hidden)) throw enoughRows;
  }

  private readonly rowAttribute: AttributeVisitor = (bytes, nameStart, nameEnd, start, end) => {
    if (nameEnd - nameStart === 1 && bytes[nameStart] === letter.r) this.nextRow = wholeNumber(bytes, start, end);
    else if (isName(bytes, nameStart, nameEnd, "hidden"))
      this.hidden = isName(bytes, start, end, "1") || isName(bytes, start, end, "true");
  };

  private openCell(bytes: Buffer, at: number, end: number): void {
    this.nextColumn = this.column + 1;
    this.type = "number";
    this.style = 0;
    this.hasValue = false;
    this.hasFormula = false;
    this.value.clear();
    eachAttribute(bytes, at, end, this.cellAttribute);
    if (this.nextColumn <= this.column || this.nextColumn >= mostColumns)
      throw new PlainError("L-105", { row: this.rowNumber });
    this.column = this.nextColumn;
  }

  private readonly cellAttribute: AttributeVisitor = (bytes, nameStart, nameEnd, start, end) => {
    if (nameEnd - nameStart !== 1) return;
    const name = bytes[nameStart];
    if (name === letter.r) this.nextColumn = this.columnOf(bytes, start, end);
    else if (name === letter.s) this.style = wholeNumber(bytes, start, end);
    else if (name === letter.t) this.type = typeOf(bytes, start, end);
  };

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
    const style = context.numberStyles[this.style] ?? null;
    const isDate = style === "date" || form?.kind === "date";
    if (!isDate && style === null && isPlainNumber(value.bytes, value.length)) {
      this.sink.cell(this.column, value.bytes, 0, value.length);
      return;
    }
    const text = value.toString().trim();
    // Without a date's style the column alone says that it is one: then it must not be a year, nor a day as 20180603.
    const date =
      isDate && (style === "date" || Number(text) > lastYear) ? serialDate(Number(text), context.dateSystem) : null;
    this.give(date ?? shownNumber(numberText(text, form), style, form));
  }

  private give(text: string): void {
    // A number, a day, a word of ours: short.
    this.sink.cell(this.column, this.value.bytes, 0, this.value.bytes.write(text, 0, "utf8"));
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

type AttributeVisitor = (bytes: Buffer, nameStart: number, nameEnd: number, start: number, end: number) => void;

/** The attributes of a tag, `r="B5" s="3" t="s"`, as positions: this runs for every cell. */
function eachAttribute(bytes: Buffer, from: number, end: number, visit: AttributeVisitor): void {
  let at = from;
  for (;;) {
    while (at < end && bytes[at]! <= 0x20) at++;
    const nameStart = at;
    while (at < end && bytes[at] !== equals && bytes[at]! > 0x20) at++;
    const nameEnd = at;
    while (at < end && bytes[at] !== doubleQuote && bytes[at] !== singleQuote) at++;
    if (at >= end) return;
    const mark = bytes[at++];
    const start = at;
    while (at < end && bytes[at] !== mark) at++;
    visit(bytes, nameStart, nameEnd, start, at);
    at++;
  }
}
