import { logUnexpected } from "@/db/errorLog";
import type { Installation } from "@/db/open";
import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { plainText } from "@/messages/plainText";
import { readPreferences } from "../preferences";
import { requireSameOrigin } from "../requireSameOrigin";

/**
 * Carries out a change asked for by a page of ours and answers what it gives (mostly where to go next), or why not in the
 * reader's words.
 * Anything unexpected is named by a reference only: database texts hold what was written.
 */
export async function carryOut(
  request: Request,
  change: (installation: Installation) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Response> {
  const foreign = requireSameOrigin(request);
  if (foreign) return foreign;
  const { language } = await readPreferences();
  const { dataPages } = messagesIn(language);
  try {
    return Response.json(await change(processInstallation()));
  } catch (error) {
    const reason =
      error instanceof PlainError ? plainText(error.code, error.details, language) : await unexpected(request, error);
    return Response.json({ message: fill(dataPages.actionFailed, { reason }) }, { status: 409 });
  }
}

async function unexpected({ method, url }: Request, error: unknown): Promise<string> {
  const { language } = await readPreferences();
  const { logFolder } = processInstallation().home;
  const details = await logUnexpected(logFolder, error, `${method} ${new URL(url).pathname}`);
  return plainText("A-900", details, language);
}
