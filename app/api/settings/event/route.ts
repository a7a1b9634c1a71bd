import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { visitClasses } from "@/domain/dimensions";
import { enter, month, optional, text } from "../enter";
import { enterSetting } from "../enterSetting";
import { newKey } from "../newKey";

const entry = z.object({
  key: optional(text(64)),
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  text: text(200),
  from: month,
  visit_class: optional(z.enum(visitClasses, "S-102")),
  document_number: optional(text(60)),
});

/** Enters an event that changes comparability, changes it, or withdraws it. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const { scheme, text: words, from, visit_class: visitClass, document_number: documentNumber } = fields;
    const setting = {
      kind: "comparability_event" as const,
      key: fields.key ?? newKey(),
      value: { scheme, text: words, from, visitClass, documentNumber },
    };
    await enterSetting(installation, setting, fields);
    return settingsHref("rules", fields.region);
  });
}
