import { platform as enPlatform } from "@/messages/en/platform";
import { platform as zhPlatform } from "@/messages/zh-CN/platform";

const texts: Record<"zh-CN" | "en", Record<string, string>> = {
  "zh-CN": { ...zhPlatform },
  en: { ...enPlatform },
};

/** The words for a message code, with its details filled in; the code itself where there are none. */
export function plainText(
  code: string,
  details: Record<string, string | number> = {},
  language: "zh-CN" | "en" = "zh-CN",
): string {
  const text = texts[language][code] ?? code;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(details[name] ?? place));
}
