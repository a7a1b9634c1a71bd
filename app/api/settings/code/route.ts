import { z } from "zod";
import { settingsHref } from "@/app/settings/sections";
import { PlainError } from "@/domain/errors";
import { codeMaps, codeMeanings, type LocalCode } from "@/domain/localCodes";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../../preferences";
import { enter, text } from "../enter";
import { enterSetting } from "../enterSetting";

const entry = z.object({
  map: z.enum(codeMaps, "S-102"),
  code: text(40),
  meaning: text(40),
});

/** Says what a code counts as, changes that, or withdraws it; months follow when they are derived anew. */
export async function POST(request: Request): Promise<Response> {
  return enter(request, entry, async (installation, { map, code, meaning, ...attribution }) => {
    if (!(codeMeanings[map] as readonly string[]).includes(meaning)) {
      const { language } = await readPreferences();
      throw new PlainError("S-102", { field: messagesIn(language).settingsPages.fields.meaning! });
    }
    const value = { map, code, meaning } as LocalCode;
    await enterSetting(installation, { kind: "local_code", key: `${map}/${code}`, value }, attribution);
    return settingsHref("codes", attribution.region);
  });
}
