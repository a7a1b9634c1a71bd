import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { listHeld } from "@/etl/index";
import { openReader } from "@/figures/reader";
import { heldListFile } from "@/intake/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { plainText } from "@/messages/plainText";
import { readPreferences } from "../../../../preferences";

/** The held rows of a load as a workbook with an empty column for the right values. */
export async function GET(_: Request, { params }: { params: Promise<{ load: string }> }): Promise<Response> {
  const [{ load }, { language }] = await Promise.all([params, readPreferences()]);
  const installation = processInstallation();
  try {
    const files = await listHeld(await openReader(installation.home), installation, load);
    const bytes = await heldListFile(load, files, language);
    const name = `${fill(messagesIn(language).heldList.fileName, { load })}.xlsx`;
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="held-${load}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const text = `${plainText(error.code, error.details, language)}\n`;
    return new Response(text, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}
