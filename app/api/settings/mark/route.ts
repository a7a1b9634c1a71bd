import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { decimal } from "@/domain/money";
import { isOfYear, projectionMark, projectionMarks } from "@/domain/projectionMark";
import { enter, optional, signedAmount, text } from "../enter";
import { enterSetting } from "../enterSetting";
import { newKey } from "../newKey";

const entry = z
  .object({
    key: optional(text(64)),
    scheme: z.string().regex(/^\d{3}$/, "S-102"),
    mark: z.enum(projectionMarks, "S-102"),
    when: text(7),
    number: optional(signedAmount),
    text: text(200),
  })
  .refine(({ mark, when }) => (isOfYear(mark) ? /^\d{4}$/ : /^\d{4}-(0[1-9]|1[0-2])$/).test(when), {
    path: ["when"],
    message: "S-108",
  })
  .refine(
    ({ mark, number }) =>
      isOfYear(mark) ? number === null : number !== null && (mark === "one_off" || decimal(number).greaterThan(0)),
    { path: ["number"], message: "S-109" },
  );

/** Enters a mark for projections, changes it, or withdraws it. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const { scheme, text: words, mark, when, number } = fields;
    const setting = {
      kind: "projection_mark" as const,
      key: fields.key ?? newKey(),
      value: projectionMark({ scheme, text: words }, mark, when, number),
    };
    await enterSetting(installation, setting, fields);
    return settingsHref("rules", fields.region);
  });
}
