import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { availableFundBases, basisKey } from "@/domain/availableFundBasis";
import { enter } from "../enter";
import { enterSetting } from "../enterSetting";

const entry = z.object({
  scheme: z.string().regex(/^\d{3}$/, "S-102"),
  year: z.string().regex(/^\d{4}$/, "S-102"),
  basis: z.enum(availableFundBases, "S-102"),
});

/** Sets the basis of the available fund for a scheme and year. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, { scheme, year, basis, ...attribution }) => {
    const key = basisKey(scheme, year);
    await enterSetting(installation, { kind: "available_fund_basis", key, value: { basis } }, attribution);
    return settingsHref("fund", attribution.region, { scheme, year });
  });
}
