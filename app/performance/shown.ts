import { notFound } from "next/navigation";
import { type AssessmentView, type FigureSeen, type IndicatorView, viewAssessment } from "@/assessments/index";

import { processInstallation } from "@/db/processInstallation";
import { PlainError } from "@/domain/errors";
import { parsePeriod } from "@/domain/period";
import { type Messages, messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { readPreferences } from "../preferences";
import { readEnteredBy } from "../settings/enteredBy";
import type { FormContext } from "../settings/Fields";
import { Writer } from "../writing";

/** What every page of one assessment stands on. */
export interface AssessmentShown {
  readonly view: AssessmentView;
  readonly language: Language;
  readonly words: Messages;
  readonly form: FormContext;
  /** 已定稿: nothing can be entered. */
  readonly locked: boolean;
}

/** The assessment of an address; without one the page is not there. */
export async function readAssessmentShown(id: string): Promise<AssessmentShown> {
  const [view, { language }, enteredBy] = await Promise.all([viewOrNone(id), readPreferences(), readEnteredBy()]);
  if (!view) notFound();
  const words = messagesIn(language);
  return { view, language, words, form: { words, region: view.region, enteredBy }, locked: view.submitted !== null };
}

async function viewOrNone(id: string): Promise<AssessmentView | null> {
  try {
    return await viewAssessment(processInstallation(), id);
  } catch (error) {
    if (error instanceof PlainError && error.code === "P-101") return null;
    throw error;
  }
}

/** The indicator of an address, with the section it stands in; without one the page is not there. */
export function indicatorIn({ view }: AssessmentShown, code: string): IndicatorView {
  const found = view.sections.flatMap(({ indicators }) => indicators).find(({ indicator }) => indicator.code === code);
  return found ?? notFound();
}

/** Writes a figure with the address at which it can be asked again: as of its version once it is frozen. */
export function writerFor(seen: FigureSeen, shown: AssessmentShown): Writer | null {
  const { region, scheme, basis, where, dataVersion } = seen;
  const period = parsePeriod(seen.period);
  const asOf = shown.locked ? dataVersion : null;
  const scope = period && { region, scheme, period, compare: null, basis, bases: {}, asOf, where };
  return scope && new Writer(scope, shown.language);
}
