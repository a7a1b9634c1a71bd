import * as enDimensions from "./en/dimensions";
import * as enShell from "./en/shell";
import type { Language } from "./language";
import * as zhDimensions from "./zh-CN/dimensions";
import * as zhShell from "./zh-CN/shell";

/** The shape of the Chinese texts, with any words in it: every other language must fill the same places. */
type Words<Texts> = { readonly [Name in keyof Texts]: Texts[Name] extends string ? string : Words<Texts[Name]> };

const zhCN = { ...zhShell, ...zhDimensions };
export type Messages = Words<typeof zhCN>;

const en: Messages = { ...enShell, ...enDimensions };

/** Every text of the interface in one language. */
export function messagesIn(language: Language): Messages {
  return language === "en" ? en : zhCN;
}
