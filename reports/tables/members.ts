import { type Dimension, hardshipStatuses } from "@/domain/dimensions";
import type { AnswerRow } from "@/figures/question";
import { monthInWords } from "@/messages/period";
import type { TableContext } from "./define";

/** What names are given from. */
export type Naming = Pick<TableContext, "words" | "language" | "institutions">;

/** What a member of a dimension is called: a tier, a class, a status, a month, an institution. */
export function memberName(dimension: Dimension, member: string, { words, language, institutions }: Naming): string {
  if (dimension === "month") return monthInWords(member, language);
  if (dimension === "institution") return institutions.get(member)?.name ?? member;
  const names: Partial<Record<Dimension, Readonly<Record<string, string>>>> = {
    tier: words.tiers,
    visit_class: words.visitClasses,
    hardship_status: words.hardshipStatuses,
  };
  return names[dimension]?.[member] ?? member;
}

/** Statuses that name a group: `none` is everybody else, and who is unclassified may be anybody. */
export const namedStatuses = hardshipStatuses.filter((status) => status !== "none" && status !== "unclassified");

/** Whether a row has anything of a metric in either period: empty members of a cut are not printed. */
export function hasAny({ values, compare }: AnswerRow, metric: string): boolean {
  const isThere = (value: string | null | undefined) => value != null && !/^-?0(\.0+)?$/.test(value);
  return isThere(values[metric]?.value) || isThere(compare?.values[metric]?.value);
}

/** The page of an institution. */
export const institutionPath = (code: string) => `/institutions/${code}`;
