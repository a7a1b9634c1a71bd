import { type Decimal, decimal } from "@/domain/money";
import { answerAll } from "@/figures/answer";
import type { Answer, AnswerRow, Question } from "@/figures/question";
import type { Metric, Unit } from "@/metrics/define";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { SearchParams } from "./scope";
import type { Shown } from "./shown";
import { valueText, type Writer } from "./writing";

/** A number worked out beyond its metric, with the way it was worked out. */
export interface Reading {
  readonly value: Decimal | null;
  readonly unit: Unit;
  readonly name: string;
  readonly how: string;
}

/** What a reading is worked out from: an address, and the metric that was answered for it. */
export interface Asked {
  readonly shown: Shown;
  readonly writer: Writer;
  readonly metric: Metric;
  /** The metric in the scope of the address, with its comparison. */
  readonly row: AnswerRow;
  /** The address itself: what a reading needs beyond the scope, such as the institution left out. */
  readonly params: SearchParams;
}

/** A value with the parts that the words of its reading name. */
export interface Worked {
  readonly value: Decimal | null;
  readonly unit?: Unit;
  readonly parts: Record<string, string>;
}

export const exact = (text: string | null | undefined) => (text == null ? null : decimal(text));

/** A value as it stands inside a sentence about how it was worked out. */
export function said(value: Decimal | null, unit: Unit, { language, words }: Writer): string {
  return value === null ? words.shell.noValue : valueText(value, unit, language, "prose");
}

/** A percentage changes by points. */
export const changeUnit = ({ unit }: Metric): Unit => (unit === "percent" ? "points" : unit);

export function nowAndThen({ row, metric, writer }: Asked): Record<string, string> {
  const now = exact(row.values[metric.id]?.value);
  const then = exact(row.compare?.values[metric.id]?.value);
  return { now: said(now, metric.unit, writer), before: said(then, metric.unit, writer) };
}

/** Asks about the same scope in another way. */
export async function ask({ shown }: Asked, ...questions: Partial<Question>[]): Promise<Answer[]> {
  const base: Question = { ...shown.scope, by: [], metrics: [poolPay.id] };
  return answerAll(
    shown.installation,
    questions.map((question) => ({ ...base, ...question })),
  );
}
