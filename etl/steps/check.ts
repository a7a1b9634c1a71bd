import type { AmountUnit } from "@/domain/extractProfile";
import { groupBy } from "@/domain/groupBy";
import type { ExtractKind } from "@/domain/load";
import { checks } from "../checks";
import type { CheckContext } from "../checks/define";
import { calendarYear, day, endOfValidity, moment, month } from "../grammar/date";
import { certificateNumber, code, personNumber, settlementIdentifier } from "../grammar/identifier";
import { money, settlementDigits } from "../grammar/money";
import { decimal, wholeNumber } from "../grammar/number";
import { faultMark, type Grammar, literal, matches, reread as rereadCells } from "../grammar/sql";
import { flag, identity, refund, text, validity } from "../grammar/text";
import { type FieldType, fieldsOf } from "../profiles/fields";
import { cellsOf, tableReader } from "./cells";
import type { Mapping } from "./map";
import type { TableText } from "./readTable";
import { ageInYears, checkedColumns, checkedTypes } from "./stagedColumns";

/** SQL type of a field once read. */
const sqlTypes: Record<FieldType, string> = {
  settlement: "varchar",
  person: "varchar",
  certificate: "varchar",
  code: "varchar",
  text: "varchar",
  identity: "varchar",
  flag: "boolean",
  validity: "boolean",
  refund: "boolean",
  money: "decimal(18,2)",
  rate: "decimal(18,4)",
  value: "decimal(38,8)",
  whole: "bigint",
  day: "date",
  moment: "timestamp",
  end: "timestamp",
  month: "varchar",
  year: "varchar",
};

function grammarOf(kind: ExtractKind, type: FieldType, unit: AmountUnit | null): Grammar {
  switch (type) {
    case "settlement":
      return settlementIdentifier;
    case "person":
      return personNumber;
    case "certificate":
      return certificateNumber;
    case "code":
      return code;
    case "text":
      return text;
    case "identity":
      return identity;
    case "flag":
      return flag;
    case "validity":
      return validity;
    case "refund":
      return refund;
    case "money":
      return kind === "settlements" ? money(unit, settlementDigits) : money(unit);
    case "rate":
      return decimal(4, 18);
    case "value":
      return decimal(8, 38);
    case "whole":
      return wholeNumber;
    case "day":
      return day;
    case "moment":
      return moment;
    case "end":
      return endOfValidity;
    case "month":
      return month;
    case "year":
      return calendarYear;
  }
}

/** Fields whose cells may name a person: their values are never shown or kept. */
const personal: readonly FieldType[] = ["settlement", "person", "certificate", "text", "identity"];

/** Any text is one; what a code says is asked of the code maps. */
const neverFaulty: readonly FieldType[] = ["code", "text", "identity"];

/** A held value is kept as written only when it cannot name anybody: letters only as slips in a number, no long digits. */
const harmless = "[0-9.,，。/:年月日元万¥￥%()（）eEOolIx#_ +−－-]{1,32}";
const aDigit = "[0-9]";
const longDigits = "[0-9]{9,}";

export interface CheckSettings extends CheckContext {
  readonly scheme: string;
  /** Rows that were held once and are read again: a token may stand in the place of a number. */
  readonly replayed?: boolean;
}

/**
 * SQL that reads one table and judges every row, in one streaming pass: cell → canonical text → value → outcome.
 * Most rows are plain through and through: what only others need is asked behind `all_plain`.
 * Gives the columns of `checkedTypes`, and
 * - `hold`: `L-301|pool_pay`, the first reason to hold the row, or null;
 * - `hold_value`: the value concerned, where it may be shown;
 * - `warnings`: `L-412|ended_on;…`, or null.
 * Takes the token secrets that it names as parameters.
 */
export function checkQuery(table: TableText, mapping: Mapping, settings: CheckSettings): string {
  const { kind } = mapping.profile;
  const fields = fieldsOf(kind);
  const types = checkedTypes(kind);
  const mapped = Object.entries(fields).flatMap(([field, { type, required, decisive }]) =>
    cellsOf(mapping, field).map((cell, part) => {
      const unit = mapping.columns.get(field)?.unit ?? null;
      const name = part === 0 ? field : `${field}_${part}`;
      return { name, field, type, required, decisive, cell, unit, grammar: grammarOf(kind, type, unit) };
    }),
  );
  const byField = [...groupBy(mapped, ({ field }) => field)];
  const groups = groupByGrammar(mapped);
  const groupOf = (name: string) => groups.findIndex(({ names }) => names.includes(name));
  /** Whether the cell of a field is a value as it stands or empty, in a row; else it was reread. */
  const isPlain = (name: string) => `plain_${groupOf(name)}`;
  const reread = (name: string) => `reread_${groupOf(name)}[${groups[groupOf(name)]!.names.indexOf(name) + 1}]`;
  const isFault = (name: string) => `starts_with(${reread(name)}, ${literal(faultMark)})`;
  const isFaulty = (name: string) => `not ${isPlain(name)} and ${isFault(name)}`;
  const absent = Object.entries(fields).filter(([name]) => !byField.some(([field]) => field === name));
  const each = (expression: (field: (typeof mapped)[number]) => string) => mapped.map(expression).join(",\n    ");

  const required = byField.filter(([, [field]]) => field.required);
  const faultOf = ({ name, field }: (typeof mapped)[number]): Branch => ({
    condition: isFaulty(name),
    reason: `substr(${reread(name)}, 2) || ${literal(`|${field}`)}`,
  });
  const isEmpty = (name: string) => `case when ${isPlain(name)} then raw_${name} else ${reread(name)} end is null`;
  const unreadable = required.flatMap(([field, parts]) => [
    {
      condition: parts.map(({ name }) => isEmpty(name)).join(" and "),
      reason: literal(`${parts[0].type === "money" ? "L-305" : "L-421"}|${field}`),
    },
    ...parts.map(faultOf),
  ]);
  const undecided = mapped.filter(({ decisive }) => decisive).map(faultOf);
  const optionalFaults = mapped
    .filter(({ required, decisive, type }) => !required && !decisive && !neverFaulty.includes(type))
    .map(faultOf);
  const someCell = required.map(([, parts]) => `coalesce(${parts.map(({ name }) => `raw_${name}`).join(", ")})`);
  const isRead = ["all_plain", ...someCell.map((cell) => `${cell} is not null`)].join(" and ");
  const values = mapped.filter(({ type }) => !personal.includes(type));

  return `with cells as (
  select
    ${each(({ name, cell }) => `${cell} as raw_${name}`)}
  from ${tableReader(table, mapping)}
), spelt as (
  select *,
    ${groups.map((group, i) => `${allPlain(group, table)} as plain_${i}`).join(",\n    ")}
  from cells
), canonical as (
  select *,
    ${groups
      .map(({ grammar, names }, i) => {
        const cells = `[${names.map((name) => `raw_${name}`).join(", ")}]`;
        return `case when not plain_${i} then ${rereadCells(grammar, cells)} end as reread_${i}`;
      })
      .join(",\n    ")},
    ${groups.map((_, i) => `plain_${i}`).join(" and ")} as all_plain
  from spelt
), typed as (
  select *,
    ${each(
      ({ name, grammar }) => `case when ${isPlain(name)} then ${grammar.typed(`raw_${name}`)}
      when not ${isFault(name)} then ${grammar.typed(reread(name))} end as ${name}`,
    )}${absent.map(([name, { type }]) => `,\n    null::${sqlTypes[type]} as ${name}`).join("")}
  from canonical
), judged as (
  select *,
    ${kind === "settlements" ? `${ageInYears} as age_years,` : ""}
    coalesce(case when not (${isRead}) then ${caseOf([...unreadable, ...undecided])} end, ${caseOf(rules(kind, "hold", settings))}) as hold,
    nullif(concat_ws(';', case when not all_plain then ${warningList(optionalFaults)} end,
      ${warningList(rules(kind, "warn", settings))}), '') as warnings
  from ${withSums(byField, isFaulty)}
)
select
  ${checkedColumns(kind, settings)
    .map(([name, expression]) => `(${expression})::${types[name]} as ${name}`)
    .join(",\n  ")},
  hold,
  case when hold is not null then ${shownValue(values)} end as hold_value,
  warnings
from judged`;
}

interface GrammarGroup {
  readonly grammar: Grammar;
  readonly names: string[];
}

/** Fields of one grammar together: one pattern tells whether all are plain, one expression rereads those that are not. */
function groupByGrammar(
  mapped: readonly { name: string; type: FieldType; unit: AmountUnit | null; grammar: Grammar }[],
): GrammarGroup[] {
  const groups = groupBy(mapped, ({ type, unit }) => `${type} ${unit}`).values();
  return [...groups].map((fields) => ({ grammar: fields[0].grammar, names: fields.map(({ name }) => name) }));
}

/**
 * SQL of the typed rows, amounts of several columns added: an empty part adds nothing, all empty is no amount, and neither
 * is a sum of which a part `isFaulty`.
 */
function withSums(
  byField: readonly (readonly [string, readonly { name: string }[]])[],
  isFaulty: (name: string) => string,
): string {
  const sums = byField
    .filter(([, parts]) => parts.length > 1)
    .map(([field, parts]) => {
      const names = parts.map(({ name }) => name);
      const faulty = names.map((name) => `coalesce(${isFaulty(name)}, false)`).join(" or ");
      const sum = names.map((name) => `coalesce(${name}, 0)`).join(" + ");
      return `case when not (${faulty}) and coalesce(${names.join(", ")}) is not null then ${sum} end as ${field}`;
    });
  return sums.length === 0 ? "typed" : `(select * replace (${sums.join(", ")}) from typed)`;
}

/** SQL, never null: each cell of the group is plain or empty. Cells are joined by a line end where no cell can hold one. */
function allPlain({ grammar: { plain, usual }, names }: GrammarGroup, table: TableText): string {
  const raws = names.map((name) => `raw_${name}`);
  if (plain === null) return `coalesce(${raws.join(", ")}, null) is null`;
  if (raws.length === 1 || table.hasQuotedLineBreak)
    return raws.map((raw) => `coalesce(${matches(raw, plain)}, true)`).join(" and ");
  const unusual = raws.map((raw) => (usual ? `nullif(${raw}, ${literal(usual)})` : raw));
  return matches(`concat_ws('\n', ${unusual.join(", ")})`, `(?:(?:${plain})(?:\n(?:${plain}))*)?`);
}

/** What may be said of a row, and when. */
interface Branch {
  /** SQL condition; null counts as false. */
  readonly condition: string;
  /** SQL of the text: code and field. */
  readonly reason: string;
}

function rules(kind: ExtractKind, outcome: "hold" | "warn", settings: CheckSettings): Branch[] {
  return checks
    .filter((check) => check.kinds.includes(kind) && check.outcome === outcome)
    .flatMap((check) => {
      const condition = check.when(settings);
      return condition === null ? [] : [{ condition, reason: literal(`${check.code}|${check.field}`) }];
    });
}

function caseOf(branches: readonly Branch[]): string {
  if (branches.length === 0) return "null";
  return `case ${branches.map(({ condition, reason }) => `when ${condition} then ${reason}`).join("\n      ")} end`;
}

/**
 * Most rows have no warning: one test for all, and the list only where it fires. Bare conditions: what stands after an
 * `and` in them is then asked of the rows alone that its first part leaves.
 */
function warningList(warnings: readonly Branch[]): string {
  if (warnings.length === 0) return "null";
  const any = warnings.map(({ condition }) => `(${condition})`).join(" or ");
  return `case when ${any} then concat_ws(';', ${warnings.map((warning) => caseOf([warning])).join(",\n      ")}) end`;
}

/** The held value itself, or only its shape: 9 for digits, A for letters, 文 for anything else. */
function shownValue(values: readonly { name: string }[]): string {
  if (values.length === 0) return "null::varchar";
  const raw = `case split_part(hold, '|', 2) ${values.map(({ name }) => `when ${literal(name)} then raw_${name}`).join(" ")} end`;
  const shape = `left(regexp_replace(regexp_replace(regexp_replace(${raw}, '[^0-9A-Za-z]', '文', 'g'), '[A-Za-z]', 'A', 'g'), '[0-9]', '9', 'g'), 32)`;
  return `case when regexp_full_match(${raw}, ${literal(harmless)}) and regexp_matches(${raw}, ${literal(aDigit)}) and not regexp_matches(${raw}, ${literal(longDigits)})
      then ${raw} else ${shape} end`;
}
