import type { ListChange, ListMeasure } from "@/domain/load";
import { decimal } from "@/domain/money";
import { parsePeriod } from "@/domain/period";
import { fill } from "./fill";
import { type Messages, messagesIn } from "./index";
import type { Language } from "./language";
import { count, exactly, signed, yuan } from "./numbers";
import { periodInWords } from "./period";

/** What an entry of a list is, in words. A text that a bureau wrote stays as it is. */
export interface ListEntry {
  readonly kind: string;
  readonly part: string;
  /** Empty in lists that serve every scheme. */
  readonly scheme: string;
  readonly item: string;
  readonly isTyped: boolean;
}

export function listEntry({ kind, part, scheme, item }: ListChange, language: Language): ListEntry {
  const words = messagesIn(language);
  const period = parsePeriod(part);
  const named = item === null ? "" : nameOf(words, kind, item);
  return {
    kind: words.dataPages.kinds[kind],
    part: part === "all" ? words.listChanges.whole : period ? periodInWords(period, language) : part,
    scheme: scheme === null ? "" : (words.schemes[scheme] ?? scheme),
    item: named ?? item ?? "",
    isTyped: named === undefined,
  };
}

function nameOf(words: Messages, kind: ListChange["kind"], item: string): string | undefined {
  const names: Readonly<Record<string, string>> =
    kind === "funding" ? words.fundingLineNames : kind === "hardship_registry" ? words.hardshipStatuses : {};
  return names[item];
}

/** One measure of an entry before and after, as tables write it. */
export interface ListChangeLine {
  readonly measure: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** What is said of an entry: the sums that moved, its number of rows, or that something else in its rows did. */
export function listChangeLines(change: ListChange, language: Language): ListChangeLine[] {
  const { listChanges: texts, listMeasureNames, shell } = messagesIn(language);
  const { rows_before, rows_after, rows_added } = change;
  const lines = change.amounts
    .filter(
      ({ before, after }) => !decimal(before ?? "0").equals(after ?? "0") || (before === null) !== (after === null),
    )
    .map(({ measure, before, after }) => ({
      measure: listMeasureNames[measure],
      before: before === null ? shell.noValue : written(measure, before),
      after: after === null ? shell.noValue : written(measure, after),
      change: signed(
        written(
          measure,
          decimal(after ?? "0")
            .minus(before ?? "0")
            .toFixed(),
        ),
      ),
    }));
  const rows = {
    before: count(String(rows_before)),
    after: count(String(rows_after)),
    change: signed(count(String(rows_after - rows_before))),
  };
  if (rows_before !== rows_after) return [...lines, { measure: texts.rows, ...rows }];
  if (lines.length > 0) return lines;
  return [{ measure: fill(texts.otherColumns, { rows: rows_added }), ...rows }];
}

const inYuan: readonly ListMeasure[] = ["planned_amount", "in_place_amount", "amount"];

function written(measure: ListMeasure, value: string): string {
  if (inYuan.includes(measure)) return yuan(value, "table");
  return measure === "value" ? exactly(value) : count(value);
}

/** The change in lines of text. */
export function listChangeTexts(change: ListChange, language: Language): string[] {
  const { listChanges: texts, shell } = messagesIn(language);
  const { kind, part, scheme, item } = listEntry(change, language);
  const what = [kind, part, scheme, item].filter((word) => word !== "").join(shell.and);
  return listChangeLines(change, language).map(({ measure, before, after }) =>
    fill(texts.line, { what, measure, before, after }),
  );
}
