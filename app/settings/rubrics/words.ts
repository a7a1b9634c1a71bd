import { decimal, sum } from "@/domain/money";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";

/** 2016年起, 2016—2021年, 2016年. */
export function yearsInWords({ years: { from, to } }: Rubric, { rubricPages: texts }: Messages): string {
  if (to === null) return fill(texts.yearsFrom, { from });
  return from === to ? fill(texts.yearsOne, { from }) : fill(texts.yearsBetween, { from, to });
}

/** 100, 100，另加分5, 120，折算为100; 不计分. */
export function marksInWords({ marks, convertedTo, sections }: Rubric, { rubricPages: texts }: Messages): string {
  if (marks === undefined) return texts.noMarks;
  if (convertedTo !== undefined) return fill(texts.converted, { marks, to: convertedTo });
  const bonus = sum(sections.filter((section) => section.bonus).map((section) => decimal(section.marks!)));
  return bonus.isZero() ? marks : fill(texts.withBonus, { marks, bonus: bonus.toString() });
}

/** 4个一级、15个三级. */
export const countsInWords = ({ sections }: Rubric, { rubricPages: texts }: Messages): string =>
  fill(texts.counted, {
    sections: sections.length,
    indicators: sections.reduce((all, { indicators }) => all + indicators.length, 0),
  });

/** 财预〔2020〕10号 with its clause. */
export const documentInWords = ({ source: { document, clause } }: Rubric, { rubricPages: texts }: Messages): string =>
  clause === undefined ? document : fill(texts.clause, { document, clause });
