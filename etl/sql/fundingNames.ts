import {
  aroundLineName,
  fundingLineNames,
  fundingLines,
  fundingLinesOf,
  lineOfLevel,
  sourceLevelNames,
} from "@/domain/fundingLines";
import { literal } from "@/domain/sqlLiteral";
import { isOneOf } from "../grammar/sql";

/** SQL: a name as lists know it, without 其中：before it or 小计 behind. */
export const plainName = (column: string) =>
  `nullif(regexp_replace(${column}, ${literal(aroundLineName)}, '', 'g'), '')`;

const lineNames = fundingLineNames.map(({ name }) => name);
const levelNames = sourceLevelNames.map(({ name }) => name);

/** Every name that a line may have: its own, or that of the level that pays it. */
export const knownLineNames: readonly string[] = [...lineNames, ...levelNames];

/** SQL of the line of a row as written; one that names a level alone (中央, 县级) is the line which that level pays. */
export const lineName = `case ${sourceLevelNames
  .map(({ name, level }) => `when ${plainName("line")} = ${literal(name)} then ${literal(lineOfLevel(level))}`)
  .join(" ")} else ${plainName("line")} end`;

/** SQL of the level that pays it, as its own column says or, without one, the name of the line. */
export const levelName = `coalesce(${plainName("source_level")},
  case when ${isOneOf(plainName("line"), levelNames)} then ${plainName("line")} end)`;

/** SQL: one line has one name. */
export const lineId = `case ${Object.entries(fundingLines)
  .map(([line, { names }]) => `when ${isOneOf("line", names)} then ${literal(line)}`)
  .join(" ")} else line end`;

/** SQL: the line makes the fund, before anything is taken off or handed on. */
export const isOfFund = isOneOf(`(${lineId})`, fundingLinesOf("fund"));
