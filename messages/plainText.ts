import { assessment as enAssessment } from "@/messages/en/assessment";
import { doctor as enDoctor } from "@/messages/en/doctor";
import { entry as enEntry } from "@/messages/en/entry";
import { load as enLoad } from "@/messages/en/load";
import { platform as enPlatform } from "@/messages/en/platform";
import { profile as enProfile } from "@/messages/en/profile";
import { question as enQuestion } from "@/messages/en/question";
import { rubric as enRubric } from "@/messages/en/rubric";
import { fill } from "@/messages/fill";
import type { Language } from "@/messages/language";
import { assessment as zhAssessment } from "@/messages/zh-CN/assessment";
import { doctor as zhDoctor } from "@/messages/zh-CN/doctor";
import { entry as zhEntry } from "@/messages/zh-CN/entry";
import { load as zhLoad } from "@/messages/zh-CN/load";
import { platform as zhPlatform } from "@/messages/zh-CN/platform";
import { profile as zhProfile } from "@/messages/zh-CN/profile";
import { question as zhQuestion } from "@/messages/zh-CN/question";
import { rubric as zhRubric } from "@/messages/zh-CN/rubric";

/** Every text by its code. */
export const textsByCode: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  "zh-CN": {
    ...zhPlatform,
    ...zhDoctor,
    ...zhQuestion,
    ...zhLoad,
    ...zhProfile,
    ...zhRubric,
    ...zhEntry,
    ...zhAssessment,
  },
  en: {
    ...enPlatform,
    ...enDoctor,
    ...enQuestion,
    ...enLoad,
    ...enProfile,
    ...enRubric,
    ...enEntry,
    ...enAssessment,
  },
};

/** The words for a message code, with its details filled in; the code itself where there are none. A `line` is said first. */
export function plainText(
  code: string,
  details: Record<string, string | number> = {},
  language: Language = "zh-CN",
): string {
  const text = fill(textsByCode[language][code] ?? code, details);
  return details.line === undefined ? text : fill(textsByCode[language]["F-100"]!, { line: details.line, text });
}
