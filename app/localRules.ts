import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import { fill } from "@/messages/fill";
import { monthInWords } from "@/messages/period";
import type { Writer } from "./writing";

/** What a rule rests on: its 文号, else that nobody has confirmed it. */
const documentOf = (documentNumber: string | null, { words }: Writer) => documentNumber ?? words.localRules.unconfirmed;

/** 2018年1月起取消个人账户…，与以前不宜直接比较（文号） */
export function eventInWords(event: ComparabilityEvent, writer: Writer): string {
  return fill(writer.words.localRules.eventNote, {
    month: monthInWords(event.from, writer.language),
    text: event.text,
    document: documentOf(event.documentNumber, writer),
  });
}
