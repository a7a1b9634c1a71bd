import type { ShownJob } from "@/components/intake/JobsList";
import { servingDesk } from "@/intake/index";
import type { Language } from "@/messages/language";
import { count } from "@/messages/numbers";
import { plainText } from "@/messages/plainText";

/** The jobs of the last day, newest first, with what is to be said of them in the reader's language. */
export async function shownJobs(language: Language): Promise<ShownJob[]> {
  const jobs = await servingDesk().list();
  return jobs.map((job) => ({
    ...job,
    rows: job.progress?.rows == null ? null : count(String(job.progress.rows)),
    message: job.outcome?.kind === "failed" ? plainText(job.outcome.code, job.outcome.details, language) : null,
  }));
}
