import type { AmountUnit } from "@/domain/extractProfile";
import { groupBy } from "@/domain/groupBy";
import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import { type CodeCells, code } from "../grammar/code";
import { beginOfValidity, calendarYear, day, endOfValidity, moment, month, period } from "../grammar/date";
import { certificateNumber, personNumber, settlementIdentifier } from "../grammar/identifier";
import { money, settlementDigits } from "../grammar/money";
import { indicatorValue, perHead, wholeNumber } from "../grammar/number";
import { region as regionOf } from "../grammar/region";
import { scheme } from "../grammar/scheme";
import { faultMark, type Grammar, isOneOf, matches, reread as rereadCells } from "../grammar/sql";
import { flag, identity, refund, text, validity } from "../grammar/text";
import { type Field, type FieldType, fieldsOf } from "../profiles/fields";
import { cellsOf } from "./cells";
import type { CheckSettings } from "./check";
import type { Mapping } from "./map";
import type { TableText } from "./readTable";

/** A cell that a row has for a field. Of an amount that is the sum of several columns each is one: `total_fee_1`. */
export interface ReadCell extends Field {
  readonly name: string;
  readonly field: string;
  /** SQL of its text. */
  readonly cell: string;
  readonly unit: AmountUnit | null;
  readonly grammar: Grammar;
}

/** What the reading of a cell may depend on besides the layout. */
type ReadingSettings = Pick<CheckSettings, "region" | "regionName" | "codeOnly">;

/** Cells that are plain in the same spellings, whatever they mean: one pattern tells whether all are. */
interface PlainGroup {
  readonly grammar: Grammar;
  readonly names: readonly string[];
}

/** Cells of one grammar: one expression rereads them. */
interface GrammarGroup extends PlainGroup {
  /** Which of the plain groups they belong to. */
  readonly plain: number;
}

/**
 * How the cells of a table are read, and SQL of what a row then says of each by its name: it is a value as it stands or
 * empty (`plain_…`), else it was reread to another text or to a fault (`reread_…`).
 */
export class CellReading {
  readonly cells: readonly ReadCell[];
  /** The cells of each field that has any. */
  readonly byField: readonly (readonly [field: string, cells: readonly [ReadCell, ...ReadCell[]]])[];
  private readonly groups: readonly GrammarGroup[];
  private readonly plainGroups: readonly PlainGroup[];

  constructor(mapping: Mapping, settings: ReadingSettings) {
    const { codeOnly } = settings;
    this.cells = readCells(mapping, settings);
    this.byField = [...groupBy(this.cells, ({ field }) => field)];
    const alike = groupBy(this.cells, ({ grammar }) => grammar.plain);
    const patterns = [...alike.keys()];
    const toGroup = (cells: readonly [ReadCell, ...ReadCell[]]) => ({
      grammar: cells[0].grammar,
      names: cells.map(({ name }) => name),
    });
    this.plainGroups = [...alike.values()].map(toGroup);
    this.groups = [
      ...groupBy(this.cells, ({ type, unit, field }) => `${type} ${unit} ${codeOnly.has(field)}`).values(),
    ].map((cells) => ({
      ...toGroup(cells),
      plain: patterns.indexOf(cells[0].grammar.plain),
    }));
  }

  /** SQL columns: whether all cells that have the same plain spellings are plain. */
  plainColumns(table: TableText): string[] {
    return this.plainGroups.map((group, i) => `${allPlain(group, table)} as plain_${i}`);
  }

  /** SQL columns: the cells of a group reread where not all are plain. */
  rereadColumns(): string[] {
    return this.groups.map(({ grammar, names, plain }, i) => {
      const cells = `[${names.map((name) => `raw_${name}`).join(", ")}]`;
      return `case when not plain_${plain} then ${rereadCells(grammar, cells)} end as reread_${i}`;
    });
  }

  allPlain(): string {
    return this.plainGroups.map((_, i) => `plain_${i}`).join(" and ");
  }

  isPlain(name: string): string {
    return `plain_${this.groups[this.groupOf(name)]!.plain}`;
  }

  reread(name: string): string {
    const group = this.groupOf(name);
    return `reread_${group}[${this.groups[group]!.names.indexOf(name) + 1}]`;
  }

  /** Of a cell that was reread. */
  isFault(name: string): string {
    return `starts_with(${this.reread(name)}, ${literal(faultMark)})`;
  }

  isFaulty(name: string): string {
    return `not ${this.isPlain(name)} and ${this.isFault(name)}`;
  }

  isEmpty(name: string): string {
    return `case when ${this.isPlain(name)} then raw_${name} else ${this.reread(name)} end is null`;
  }

  private groupOf(name: string): number {
    return this.groups.findIndex(({ names }) => names.includes(name));
  }
}

function readCells(mapping: Mapping, { region, regionName, codeOnly }: ReadingSettings): ReadCell[] {
  const { kind } = mapping.profile;
  return Object.entries(fieldsOf(kind)).flatMap(([field, properties]) =>
    cellsOf(mapping, field).map((cell, part) => {
      const column = mapping.columns.get(field);
      const unit = column ? [column, ...column.added][part]!.unit : null;
      const name = part === 0 ? field : `${field}_${part}`;
      const grammar = grammarOf(kind, properties.type, { unit, region, regionName, mayBeWord: !codeOnly.has(field) });
      return { ...properties, name, field, cell, unit, grammar };
    }),
  );
}

interface CellContext extends CodeCells {
  readonly unit: AmountUnit | null;
  readonly regionName: string | null;
}

function grammarOf(kind: ExtractKind, type: FieldType, context: CellContext): Grammar {
  const { unit, region, regionName } = context;
  switch (type) {
    case "settlement":
      return settlementIdentifier;
    case "person":
      return personNumber;
    case "certificate":
      return certificateNumber;
    case "code":
      return code(context);
    case "region":
      return regionOf(context, regionName);
    case "scheme":
      return scheme(context);
    case "text":
      return text(region);
    case "identity":
      return identity(region);
    case "flag":
      return flag;
    case "validity":
      return validity;
    case "refund":
      return refund;
    case "money":
      return kind === "settlements" ? money(unit, settlementDigits) : money(unit);
    case "rate":
      return perHead;
    case "value":
      return indicatorValue;
    case "whole":
      return wholeNumber;
    case "day":
      return day;
    case "moment":
      return moment;
    case "begin":
      return beginOfValidity;
    case "end":
      return endOfValidity;
    case "month":
      return month;
    case "year":
      return calendarYear;
    case "period":
      return period;
  }
}

/** SQL, never null: each cell of the group is plain or empty. Cells are joined by a line end where no cell can hold one. */
function allPlain({ grammar: { plain, plainWords, usual }, names }: PlainGroup, table: TableText): string {
  const raws = names.map((name) => `raw_${name}`);
  if (plainWords) return raws.map((raw) => `coalesce(${isOneOf(raw, plainWords)}, true)`).join(" and ");
  if (plain === null) return `coalesce(${raws.join(", ")}, null) is null`;
  if (raws.length === 1 || table.hasQuotedLineBreak)
    return raws.map((raw) => `coalesce(${matches(raw, plain)}, true)`).join(" and ");
  const unusual = raws.map((raw) => (usual ? `nullif(${raw}, ${literal(usual)})` : raw));
  return matches(`concat_ws('\n', ${unusual.join(", ")})`, `(?:(?:${plain})(?:\n(?:${plain}))*)?`);
}
