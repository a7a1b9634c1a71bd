import { parsePeriod } from "@/domain/period";
import { literal } from "@/domain/sqlLiteral";
import { fault, type Grammar, matches } from "./sql";
import { clean, cleanIdentifier, isEmptyWord, whenWithoutResult } from "./text";

const year = "(?:190[1-9]|19[1-9][0-9]|20[0-9]{2})";
const dayOfMonth = [
  "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
  "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
  "02-(?:0[1-9]|1[0-9]|2[0-8])",
].join("|");
/** Years that a 29 February has, from 1904 on. */
const leapYear = "(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)";
const clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
const plainDay = `(?:${year}-(?:${dayOfMonth})|${leapYear}-02-29)`;
const plainMoment = `${plainDay} ${clock}`;
const time = ` ${clock}(?:[.][0-9]{1,6})?`;
const anyPlain = `${plainDay}(?:${time})?`;
/** RE2 of 2018-06-03, whole. */
export const possibleDay = plainDay;
/** A day as a spreadsheet counts it. */
const serial = "[1-9][0-9]{4}([.][0-9]+)?";
const zone = "(?:Z|[+]08:?00)";

/** 20180603, 20180603114127 → dashes and colons. */
const compact = [
  "^([0-9]{4})([0-9]{2})([0-9]{2})(?:[ T]?([0-9]{2}):?([0-9]{2}):?([0-9]{2}))?$",
  "\\1-\\2-\\3 \\4:\\5:\\6",
];
/** 2018/6/3, 2018.6.3, 2018年6月3日 → 2018-06-03 with one zero too many, which the next step takes away. */
const parted = ["^([0-9]{4})([-/.])([0-9]{1,2})[-/.]([0-9]{1,2})", "\\1-0\\3-0\\4"];
const chinese = ["^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日", "\\1-0\\2-0\\3"];
/** 2018年6月3日8:05 */
const dayThenClock = ["日([0-9])", "日 \\1"];
/** 8:05 or T08:05 → 08:05:00 */
const shortHour = ["[ T]+([0-9]):", " 0\\1:"];
const longHour = ["[ T]+([0-9]{2}):", " \\1:"];
const noSeconds = [" ([0-9]{2}:[0-9]{2})(Z|[+].*)?$", " \\1:00\\2"];

function rewrite(text: string, [pattern, replacement]: string[], options = ""): string {
  return `regexp_replace(${text}, ${literal(pattern!)}, ${literal(replacement!)}${options})`;
}

/** -006 → -06, wherever it stands. */
const withoutSpareZero = (text: string) => rewrite(text, ["-0([0-9]{2})", "-\\1"], ", 'g'");

/** 2018/6/3 or 2018/6/3 08:05:00, as spreadsheets write dates: common enough to be taken apart without patterns. */
const slashed = "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}( [0-9]{2}:[0-9]{2}:[0-9]{2})?";

function tidy(raw: string): string {
  const part = (at: number) => `split_part(split_part(${raw}, ' ', 1), '/', ${at})`;
  const clockTime = `case when contains(${raw}, ' ') then ' ' || split_part(${raw}, ' ', 2) else '' end`;
  const padded = `concat(${part(1)}, '-', lpad(${part(2)}, 2, '0'), '-', lpad(${part(3)}, 2, '0'), ${clockTime})`;
  const dashed = `concat(substr(${raw}, 1, 4), '-', substr(${raw}, 5, 2), '-', substr(${raw}, 7, 2))`;
  return `case when ${matches(raw, slashed)} then ${padded} when ${matches(raw, "[0-9]{8}")} then ${dashed}
    else ${rewritten(raw)} end`;
}

function rewritten(raw: string): string {
  const spaced = rewrite(clean(raw), dayThenClock);
  const dashes = rewrite(rewrite(rewrite(spaced, compact), parted), chinese);
  const padded = withoutSpareZero(dashes);
  return rewrite(rewrite(rewrite(`rtrim(${padded}, ' :')`, shortHour), longHour), noSeconds);
}

function canonical(tidied: string): string {
  const inBeijing = `strftime(regexp_replace(${tidied}, 'Z$', '')::timestamp + interval 8 hour, '%Y-%m-%d %H:%M:%S')`;
  return `case when ${matches(tidied, anyPlain)} then ${tidied}
    when ${tidied} is null or ${isEmptyWord(tidied)} then null
    when ${matches(tidied, anyPlain + zone)}
      then case when ends_with(${tidied}, 'Z') then ${inBeijing} else regexp_replace(${tidied}, '[+]08:?00$', '') end
    when ${matches(tidied, `[0-9]{4}-[0-9]{2}-[0-9]{2}(?:${time})?${zone}?`)} then ${fault("L-410")}
    when ${matches(tidied, serial)} then ${fault("L-408")}
    when ${matches(tidied, "-[0-9]+([.][0-9]+)?|[0-9]{1,3}([.][0-9]+)?")} then ${fault("L-409")}
    ${whenWithoutResult(tidied)}
    else ${fault("L-411")} end`;
}

/** A day; a time of day is accepted and dropped. */
export const day: Grammar = {
  plain: plainDay,
  tidy,
  canonical: (tidied) => `left(${canonical(tidied)}, 10)`,
  typed: (text) => `${text}::date`,
};

/** A day and, where written, its time. */
export const moment: Grammar = {
  plain: plainMoment,
  tidy,
  canonical,
  typed: (text) => `${text}::timestamp`,
};

/** A month written as such, its year and number captured: 2018-06, 201806, 2018/6, 2018年6月. */
const monthAlone = "([0-9]{4})(?:([0-9]{2})|[-/年]([0-9]{1,2})(?:月份?)?|[.]([0-9]{2}))";

const joinedMonth = (cleaned: string) => withoutSpareZero(rewrite(cleaned, [`^${monthAlone}$`, "\\1-0\\2\\3\\4"]));

/** SQL: the first day of a month that is written without a day; null where the text is none. */
const firstDay = (tidied: string) =>
  `case when ${matches(joinedMonth(tidied), `${year}-(0[1-9]|1[0-2])`)} then ${joinedMonth(tidied)} || '-01' end`;

/** The begin of a validity: a day with its time where written, or a month: its first day. */
export const beginOfValidity: Grammar = {
  ...moment,
  canonical: (tidied) => `coalesce(${firstDay(tidied)}, ${canonical(tidied)})`,
};

/**
 * The end of a validity: a day without time, or with the 0:00 that spreadsheets add, includes that day, and a month its last;
 * 9999-12-31, 2099-12-31 and 长期 mean open.
 */
export const endOfValidity: Grammar = {
  plain: null,
  tidy,
  canonical: (tidied) =>
    `case when ${matches(tidied, "(9999|2999|2099)-12(-31.*)?|长期(有效)?|永久|至今|无期限")} then null
      else coalesce(strftime(last_day((${firstDay(tidied)})::date), '%Y-%m-%d'), ${canonical(tidied)}) end`,
  typed: (text) =>
    `case when length(${text}) > 10 and not ends_with(${text}, ' 00:00:00') then ${text}::timestamp else ${text}::timestamp + interval 1 day - interval 1 microsecond end`,
};

/** A day, whether there is one or not. */
const anyDay = `[0-9]{4}-[0-9]{2}-[0-9]{2}(?:${time})?`;

/**
 * A month as 2018-06, from 2018-06, 201806, 2018年6月, 2018/6, 2018.06 or any date in it. 2018.1 is none: a spreadsheet
 * leaves as much of 2018.10.
 */
export const month: Grammar = {
  plain: `${year}-(?:0[1-9]|1[0-2])`,
  tidy: (raw) => {
    const cleaned = cleanIdentifier(raw);
    const date = tidy(raw);
    return `case when ${matches(cleaned, monthAlone)} then ${joinedMonth(cleaned)}
      when ${matches(date, anyDay)} then left(${date}, 7) else ${cleaned} end`;
  },
  canonical: (tidied) =>
    `case when ${matches(tidied, `${year}-(0[1-9]|1[0-2])`)} then ${tidied}
      when ${tidied} is null or ${isEmptyWord(tidied)} then null
      when ${matches(tidied, "[0-9]{4}-[0-9]{2}")} then ${fault("L-410")}
      when ${matches(tidied, serial)} then ${fault("L-408")}
      ${whenWithoutResult(tidied)} else ${fault("L-431")} end`,
  typed: (text) => text,
};

/** 1 January at 0:00, as a spreadsheet or a database writes a year that it takes for a day. */
const firstOfJanuary = "^([0-9]{4})[-/.]0?1[-/.]0?1(?:0?0:00(?::00)?)?$";

/** A calendar year as 2018. */
export const calendarYear: Grammar = {
  plain: year,
  tidy: (raw) => rewrite(rewrite(`rtrim(${cleanIdentifier(raw)}, '年度')`, ["[.]0$", ""]), [firstOfJanuary, "\\1"]),
  canonical: (tidied) =>
    `case when ${matches(tidied, year)} then ${tidied}
      when ${tidied} is null or ${isEmptyWord(tidied)} then null ${whenWithoutResult(tidied)} else ${fault("L-431")} end`,
  typed: (text) => text,
};

const monthOfYear = "(?:0[1-9]|1[0-2])";
/** What `parsePeriod` reads (domain/period.ts): part of the name of a file too. */
const plainPeriod = `${year}(?:H[12]|Q[1-4]|-${monthOfYear}(?:[.][.]${year}-${monthOfYear})?)?`;

/** Parts of a year as offices write them: 2018年上半年, 2018年第二季度, 2018年1-6月, 2018-01至2018-05. */
const partsOfYear = [
  // A spreadsheet takes 2018年6月 for the first of June; the first of January may be its month or the year.
  ["^([0-9]{4})[-/.](0?[2-9]|1[0-2])[-/.]0?1(?:0?0:00(?::00)?)?$", "\\1-\\2"],
  ["月份", "月"],
  ["年?全年", "年"],
  ["上半年", "H1"],
  ["下半年", "H2"],
  ["^([0-9]{4})年?前3季度?$", "\\1-01..\\1-09"],
  ["第?([1-4])季度?$", "Q\\1"],
  ["^([0-9]{4})[-年]?度?([HQ][1-4])?$", "\\1\\2"],
  ["^([0-9]{4})年([0-9]{1,2})月?[-—~～至到]+([0-9]{1,2})月$", "\\1-0\\2..\\1-0\\3"],
  ["^([0-9]{4})[-/.年]([0-9]{1,2})月?[-—~～至到]+([0-9]{4})[-/.年]([0-9]{1,2})月?$", "\\1-0\\2..\\3-0\\4"],
];

const namedParts = ["", "H1", "H2", "Q1", "Q2", "Q3", "Q4"];

/** SQL: a run of months by its shortest name, as `Period.id` has it: 2018-01..2018-06 → 2018H1. */
function shortest(run: string): string {
  const years = [`left(${run}, 4)`, `substr(${run}, 10, 4)`];
  const months = [`substr(${run}, 6, 2)`, `substr(${run}, 15, 2)`];
  const names = namedParts.map((part) => {
    const { months: named } = parsePeriod(`2018${part}`)!;
    return `when ${literal([named[0]!, named.at(-1)!].map((name) => name.slice(5)).join(""))} then ${literal(part)}`;
  });
  return `case when not contains(${run}, '..') or ${years.join(" <> ")} then ${run} when ${months.join(" = ")} then left(${run}, 7)
    else concat(${years[0]}, case concat(${months.join(", ")}) ${names.join(" ")} else substr(${run}, 5) end) end`;
}

/** A period, a month or a part of a year, by its shortest name: 2018, 2018H1, 2018Q2, 2018-06 or 2018-01..2018-05. */
export const period: Grammar = {
  plain: null,
  tidy: (raw) =>
    joinedMonth(
      partsOfYear.reduce(
        (text, part) => rewrite(text, part),
        `translate(upper(${cleanIdentifier(raw)}), '一二三四', '1234')`,
      ),
    ),
  canonical: (tidied) =>
    `case when ${matches(tidied, ".*[.][.].*")} and left(${tidied}, 7) > right(${tidied}, 7) then ${fault("L-431")}
      when ${matches(tidied, plainPeriod)} then ${shortest(tidied)}
      when ${tidied} is null or ${isEmptyWord(tidied)} then null ${whenWithoutResult(tidied)} else ${fault("L-431")} end`,
  typed: (text) => text,
};
