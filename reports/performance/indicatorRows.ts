import type { IndicatorView, SectionView } from "@/assessments/view";
import type { FormCell } from "@/domain/officialForm";
import { actualText, targetText } from "@/messages/indicatorValues";
import { name, text, value, type Writing } from "./cells";

/**
 * The rows of 绩效指标: 一级 over all indicators of its section, 二级 over those of one group that follow one another,
 * 三级, then what a form says of each.
 */
export function indicatorRows(
  sections: readonly SectionView[],
  cellsOf: (indicator: IndicatorView) => readonly FormCell[],
): FormCell[][] {
  return sections.flatMap((section) =>
    section.indicators.map((view, index, all) => {
      const { group } = view.indicator;
      const beginsGroup = all[index - 1]?.indicator.group !== group;
      return [
        ...(index === 0 ? [name(section.name, { rows: all.length })] : []),
        ...(beginsGroup ? [name(group, { rows: lengthOfRun(all, index) })] : []),
        name(view.indicator.name),
        ...cellsOf(view),
      ];
    }),
  );
}

function lengthOfRun(all: readonly IndicatorView[], start: number): number {
  const end = all.findIndex(({ indicator }, index) => index > start && indicator.group !== all[start]!.indicator.group);
  return (end < 0 ? all.length : end) - start;
}

/** Sections with the indicators that are asked for; empty ones are left out. */
export function sectionsWith(sections: readonly SectionView[], asked: (view: IndicatorView) => boolean): SectionView[] {
  return sections
    .map((section) => ({ ...section, indicators: section.indicators.filter(asked) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** 年度指标值. */
export function targetCell({ indicator, target }: IndicatorView, { words }: Writing): FormCell {
  if (target === null) return value(words.shell.noValue);
  const written = targetText(indicator, target, words);
  return indicator.unit === "text" ? name(written) : value(written);
}

/** 实际完成值: as it was put in words, else its value; 不适用 or 待定 where there is none. */
export function actualCell(view: IndicatorView, { words }: Writing): FormCell {
  const { indicator, actual, scored } = view;
  if (!scored.applies) return value(words.indicators.notApplicable);
  if (view.actualText !== null) return text(view.actualText);
  return value(actual === null ? words.indicators.pending : actualText(actual, indicator, words));
}
