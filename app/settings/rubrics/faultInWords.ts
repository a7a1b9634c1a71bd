import { PlainError } from "@/domain/errors";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { plainText } from "@/messages/plainText";
import type { RubricFault } from "@/rubrics/index";

/** A fault of a form with its place in the reader's words: 产出指标 · 参保率 · 分值. */
export function faultInWords({ code, path, details }: RubricFault, value: unknown, language: Language): PlainError {
  const { rubricPages: texts } = messagesIn(language);
  const place = placeOf(path.split("/"), value, texts.fields).join(" · ") || texts.title;
  // The shape names a place by its path: here it is named in words.
  const said = details.place === undefined ? details : { ...details, place };
  return new PlainError("R-127", { place, text: plainText(code, said, language) });
}

/** The names on the way to a place: of the sections and indicators that it lies in, then of its field. */
function placeOf(path: readonly string[], value: unknown, labels: Readonly<Record<string, string>>): string[] {
  const names: string[] = [];
  let here = value;
  for (const part of path) {
    here = (here as Readonly<Record<string, unknown>> | undefined)?.[part];
    const name = (here as { name?: unknown } | undefined)?.name;
    const label = labels[labelOf[part] ?? part];
    if (typeof name === "string" && name !== "") names.push(name);
    else if (label !== undefined && !/^\d+$/.test(part)) names.push(label);
  }
  return names;
}

/** Where a part of a rubric has another name in its form. */
const labelOf: Readonly<Record<string, string>> = {
  sections: "",
  targetParts: "parts",
  scoring: "rule",
  steps: "details",
  findings: "details",
  evidenceRequired: "evidence",
  years: "from",
};
