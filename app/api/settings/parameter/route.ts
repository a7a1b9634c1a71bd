import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { decimal } from "@/domain/money";
import { type PolicyParameterId, policyParameterUnits } from "@/domain/policyParameter";
import { amount, enter, month, optional, text } from "../enter";
import { enterSetting } from "../enterSetting";
import { newKey } from "../newKey";

const ids = Object.keys(policyParameterUnits) as [PolicyParameterId];

const entry = z
  .object({
    key: optional(text(64)),
    parameter: z.enum(ids, "S-102"),
    /** In percent where the parameter is one. */
    value: amount,
    document_number: optional(text(60)),
    valid_from: month,
    valid_to: optional(month),
    confirmed: z.enum(["yes", "no"], "S-102"),
  })
  .refine(({ valid_from, valid_to }) => valid_to === null || valid_from <= valid_to, {
    path: ["valid_to"],
    message: "S-107",
  });

/** Enters a policy parameter, changes it, or withdraws it. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, fields) => {
    const isPercent = policyParameterUnits[fields.parameter] === "percent";
    const setting = {
      kind: "policy_parameter" as const,
      key: fields.key ?? newKey(),
      value: {
        id: fields.parameter,
        value: isPercent ? decimal(fields.value).div(100).toString() : fields.value,
        documentNumber: fields.document_number,
        validFrom: fields.valid_from,
        validTo: fields.valid_to,
        confirmed: fields.confirmed === "yes",
      },
    };
    await enterSetting(installation, setting, fields);
    return settingsHref("rules", fields.region);
  });
}
