import { errorCell } from "./identifier";
import { fault, type Grammar, matches } from "./sql";
import { clean, isEmptyWord, whenWithoutResult } from "./text";

/** The end of a grammar of numbers: what a spreadsheet wrote for an error or a formula, else no number. */
const errorOrNumber = (tidy: string) =>
  `when ${matches(tidy, errorCell)} then ${fault("L-304")} ${whenWithoutResult(tidy)} else ${fault("L-301")}`;

const count: Grammar = {
  plain: "-?[0-9]{1,15}",
  tidy: clean,
  canonical: (tidy) =>
    `case when ${tidy} is null or ${isEmptyWord(tidy)} then null
      when ${matches(tidy, "-?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})([.]0+)? ?(人|人次|例|户)?")}
        then regexp_replace(split_part(${tidy}, '.', 1), '[^0-9-]', '', 'g')
      ${errorOrNumber(tidy)} end`,
  typed: (canonical) => `${canonical}::bigint`,
};

/** A number of people or cases: whole. */
export const wholeNumber = count;

/** A number with at most `places` decimals that are not zero; `unit` (RE2) may stand behind it. */
function decimal(places: number, width: number, unit = ""): Grammar {
  return {
    plain: `-?[0-9]{1,${width - places}}([.][0-9]{1,${places}})?`,
    tidy: clean,
    canonical: (tidy) => {
      const digits = `regexp_replace(${tidy}, '[^0-9.-]', '', 'g')`;
      return `case when ${tidy} is null or ${isEmptyWord(tidy)} then null
        when ${matches(tidy, `-?([0-9]{1,${width - places}}|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?(?: ?(?:${unit}))?`)} then
          case when length(ltrim(split_part(${digits}, '.', 1), '-0')) > ${width - places} then ${fault("L-301")}
            when length(rtrim(split_part(${digits}, '.', 2), '0')) > ${places} then ${fault("L-302")} else ${digits} end
        ${errorOrNumber(tidy)} end`;
    },
    typed: (canonical) => `${canonical}::decimal(${width},${places})`,
  };
}

/** Yuan a head: 490, 490元/人. */
export const perHead = decimal(4, 18, "元(?:/人)?");

/** The value of an indicator: 98.7, 98.7%. */
export const indicatorValue = decimal(8, 38, "[%％]");
