import { Readable } from "node:stream";
import { attachment } from "@/app/export/download";
import { readPreferences } from "@/app/preferences";
import { readEvidence } from "@/assessments/index";
import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { plainText } from "@/messages/plainText";

interface Context {
  readonly params: Promise<{ readonly assessment: string; readonly sha256: string }>;
}

/** A file of 佐证材料, always to be kept, never shown in place: its content is somebody else's. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const [{ assessment: id, sha256 }, { language }] = await Promise.all([params, readPreferences()]);
  try {
    const { fileName, contentType, bytes, stream } = await readEvidence(processInstallation(), { id, sha256 });
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      headers: {
        "content-type": contentType,
        "content-length": String(bytes),
        "content-disposition": attachment(sha256.slice(0, 12), fileName),
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const text = `${plainText(error.code, error.details, language)}\n`;
    return new Response(text, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
}
