export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Chinese unless English was asked for: the interface is Chinese first. */
export function languageOf(text: string | undefined): Language {
  return text === "en" ? "en" : "zh-CN";
}
