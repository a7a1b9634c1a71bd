import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import { fill } from "@/messages/fill";
import { monthInWords } from "@/messages/period";
import type { Naming } from "./tables/members";

type Words = Pick<Naming, "words" | "language">;

/** What a rule rests on: its 文号, else that nobody has confirmed it. */
export const documentOf = (documentNumber: string | null, { words }: Words) =>
  documentNumber ?? words.localRules.unconfirmed;

/** 2018年1月起取消个人账户…，与以前不宜直接比较（文号） */
export function eventInWords(event: ComparabilityEvent, naming: Words): string {
  return fill(naming.words.localRules.eventNote, {
    month: monthInWords(event.from, naming.language),
    text: event.text,
    document: documentOf(event.documentNumber, naming),
  });
}
