import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import { checks } from "../checks";
import type { CheckContext } from "../checks/define";
import type { Profile } from "../profiles/define";
import { type FieldType, fieldsOf } from "../profiles/fields";
import { CellReading, type ReadCell } from "./cellReading";
import { tableReader } from "./cells";
import type { Mapping } from "./map";
import type { TableText } from "./readTable";
import { ageInYears, checkedColumns, checkedTypes } from "./stagedColumns";

/** SQL type of a field once read. */
const sqlTypes: Record<FieldType, string> = {
  settlement: "varchar",
  person: "varchar",
  certificate: "varchar",
  code: "varchar",
  region: "varchar",
  scheme: "varchar",
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
  begin: "timestamp",
  end: "timestamp",
  month: "varchar",
  year: "varchar",
  period: "varchar",
};

/** Fields whose cells may name a person: their values are never shown or kept. */
const personal: readonly FieldType[] = ["settlement", "person", "certificate", "text", "identity"];

/** A held value is kept as written only when it cannot name anybody: letters only as slips in a number, no long digits. */
const harmless = "[0-9.,，。/:年月日元万¥￥%()（）eEOolIx#_ +−－-]{1,32}";
const aDigit = "[0-9]";
const longDigits = "[0-9]{9,}";

export interface CheckSettings extends CheckContext {
  readonly scheme: string;
  /** What the bureau calls the region, or null: files may name it so instead of by its code. */
  readonly regionName: string | null;
  /** Fields whose columns hold codes alone: a word in them may be the name of a person. */
  readonly codeOnly: ReadonlySet<string>;
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
  const types = checkedTypes(kind);
  const reading = new CellReading(mapping, settings);
  const present = new Set(reading.byField.map(([field]) => field));
  const absent = Object.entries(fieldsOf(kind)).filter(([field]) => !present.has(field));
  const each = (expression: (cell: ReadCell) => string) => reading.cells.map(expression).join(",\n    ");
  const { isRead, unreadable, unwanted } = faultsOf(reading, mapping.profile);
  const values = reading.cells.filter(({ type }) => !personal.includes(type));

  return `with cells as (
  select
    ${each(({ name, cell }) => `${cell} as raw_${name}`)}
  from ${tableReader(table, mapping)}
), spelt as (
  select *,
    ${reading.plainColumns(table).join(",\n    ")}
  from cells
), canonical as (
  select *,
    ${reading.rereadColumns().join(",\n    ")},
    ${reading.allPlain()} as all_plain
  from spelt
), typed as (
  select *,
    ${each(
      ({ name, grammar }) => `case when ${reading.isPlain(name)} then ${grammar.typed(`raw_${name}`)}
      when not ${reading.isFault(name)} then ${grammar.typed(reading.reread(name))} end as ${name}`,
    )}${absent.map(([name, { type }]) => `,\n    null::${sqlTypes[type]} as ${name}`).join("")}
  from canonical
), judged as (
  select *,
    ${kind === "settlements" ? `${ageInYears} as age_years,` : ""}
    coalesce(case when not (${isRead}) then ${caseOf(unreadable)} end, ${caseOf(rules(kind, "hold", settings))}) as hold,
    nullif(concat_ws(';', case when not all_plain then ${warningList(unwanted)} end,
      ${warningList(rules(kind, "warn", settings))}), '') as warnings
  from ${withSums(reading)}
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

/**
 * SQL of the typed rows, amounts of several columns added: an empty part adds nothing, all empty is no amount, and neither
 * is a sum of which a part is faulty.
 */
function withSums(reading: CellReading): string {
  const sums = reading.byField
    .filter(([, cells]) => cells.length > 1)
    .map(([field, cells]) => {
      const names = cells.map(({ name }) => name);
      const faulty = names.map((name) => `coalesce(${reading.isFaulty(name)}, false)`).join(" or ");
      const sum = names.map((name) => `coalesce(${name}, 0)`).join(" + ");
      return `case when not (${faulty}) and coalesce(${names.join(", ")}) is not null then ${sum} end as ${field}`;
    });
  return sums.length === 0 ? "typed" : `(select * replace (${sums.join(", ")}) from typed)`;
}

/** What may be said of a row, and when. */
interface Branch {
  /** SQL condition; null counts as false. */
  readonly condition: string;
  /** SQL of the text: code and field. */
  readonly reason: string;
}

/**
 * What cells that cannot be read do to a row: whether all is well with it (SQL), why it is held (something required is
 * missing or unreadable, or what decides whether it counts), and what is only said of it.
 */
function faultsOf(
  reading: CellReading,
  { oneOf }: Pick<Profile, "oneOf">,
): { isRead: string; unreadable: Branch[]; unwanted: Branch[] } {
  const faultOf = ({ name, field }: ReadCell): Branch => ({
    condition: reading.isFaulty(name),
    reason: `substr(${reading.reread(name)}, 2) || ${literal(`|${field}`)}`,
  });
  const required = reading.byField.filter(([, [cell]]) => cell.required);
  const missingOrFaulty = required.flatMap(([field, cells]) => [
    {
      condition: cells.map(({ name }) => reading.isEmpty(name)).join(" and "),
      reason: literal(`${cells[0].type === "money" ? "L-305" : "L-421"}|${field}`),
    },
    ...cells.map(faultOf),
  ]);
  const undecided = reading.cells.filter(({ decisive }) => decisive).map(faultOf);
  // Of fields of which one must be there, the one that cannot be read says more than that none is.
  const ofGroups = oneOf.flatMap((group) => {
    const cells = reading.cells.filter(({ field }) => group.includes(field));
    const areAllMissing = cells.map(({ name }) => `(${reading.isEmpty(name)} or ${reading.isFaulty(name)})`);
    return cells.map((cell) => ({
      ...faultOf(cell),
      condition: [...areAllMissing, reading.isFaulty(cell.name)].join(" and "),
    }));
  });
  const unwanted = reading.cells.filter(({ required, decisive }) => !required && !decisive).map(faultOf);
  const someCell = required.map(([, cells]) => `coalesce(${cells.map(({ name }) => `raw_${name}`).join(", ")})`);
  const isRead = ["all_plain", ...someCell.map((cell) => `${cell} is not null`)].join(" and ");
  return { isRead, unreadable: [...missingOrFaulty, ...undecided, ...ofGroups], unwanted };
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
