import { randomBytes } from "node:crypto";
import { databaseErrorCode } from "@/db/client";
import type { Installation } from "@/db/open";
import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
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
      error instanceof PlainError ? plainText(error.code, error.details, language) : unexpected(error, language);
    return Response.json({ message: fill(dataPages.actionFailed, { reason }) }, { status: 409 });
  }
}

/** Writes down where an unforeseen error arose, under a reference that the reader is given. */
function unexpected(error: unknown, language: Language): string {
  const reference = randomBytes(4).toString("hex");
  const { home } = processInstallation();
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  console.error(["A-900", reference, databaseErrorCode(error) ?? "", ...frames].join("\n"));
  return plainText("A-900", { reference, folder: home.logFolder }, language);
}
