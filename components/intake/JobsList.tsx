"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Typed } from "@/components/Typed";
import type { JobOutcome, LoadJob } from "@/domain/loadJob";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";

/** A job with what only the server can put into words. */
export interface ShownJob extends LoadJob {
  /** Rows found so far, as written. */
  readonly rows: string | null;
  /** Why it failed. */
  readonly message: string | null;
}

const pauseMilliseconds = 1000;

/** What is being read, how far it is and what became of it; asks the server again as long as something is under way. */
export function JobsList({ jobs: atFirst, words }: { jobs: readonly ShownJob[]; words: Messages["intake"] }) {
  const jobs = useJobs(atFirst);
  if (jobs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="jobs">
      <h2 id="jobs" className="heading">
        {words.jobsTitle}
        <span className="note">{words.jobsText}</span>
      </h2>
      <ul className="jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <p className="job-files">
              {job.files.map(({ name }) => (
                <span key={name} className="name">
                  <Typed text={name} />
                </span>
              ))}
              {job.origin === "inbox" && <span className="badge">{words.fromInbox}</span>}
            </p>
            {job.outcome ? (
              <Ended jobId={job.id} outcome={job.outcome} message={job.message} words={words} />
            ) : (
              <UnderWay job={job} words={words} />
            )}
          </li>
        ))}
      </ul>
      {jobs.some(({ outcome }) => outcome) && (
        <p>
          <button type="button" className="button needs-script" onClick={() => void post("/api/jobs/clear")}>
            {words.clear}
          </button>
        </p>
      )}
    </section>
  );
}

function UnderWay({ job, words }: { job: ShownJob; words: Messages["intake"] }) {
  const { progress, estimate } = job;
  const parts = progress
    ? [
        words.stages[progress.stage],
        ...(progress.files > 1 ? [fill(words.fileOf, { file: progress.file, files: progress.files })] : []),
        ...(job.rows === null ? [] : [fill(words.rowsKnown, { rows: job.rows })]),
        ...(estimate === null ? [] : [timeLeft(estimate.secondsLeft, words)]),
      ]
    : [job.state === "running" ? words.starting : words.states[job.state]];
  return (
    <div className="job-line">
      <progress max={1} value={estimate?.done ?? 0} aria-label={words.jobsTitle} />
      <span role="status">{parts.join(" · ")}</span>
      <button
        type="button"
        className="button needs-script"
        onClick={() => void post(`/api/jobs/${encodeURIComponent(job.id)}/cancel`)}
      >
        {words.cancelJob}
      </button>
    </div>
  );
}

function Ended(props: { jobId: string; outcome: JobOutcome; message: string | null; words: Messages["intake"] }) {
  const { jobId, outcome, message, words } = props;
  if (outcome.kind === "cancelled") return <p className="job-line text-quiet">{words.cancelled}</p>;
  if (outcome.kind === "failed") return <p className="job-line worse">{message}</p>;
  const { state, unchanged } = outcome;
  const said = unchanged
    ? words.unchanged
    : state === "refused"
      ? words.wasRefused
      : state === "ready"
        ? words.toDecide
        : words.wasEntered;
  return (
    <p className="job-line">
      <span className={state === "refused" ? "worse" : undefined}>{said}</span>
      <a className="link" href={`/data/loads/${encodeURIComponent(outcome.loadId)}`}>
        {words.seeLoad}
      </a>
      {outcome.unknownLayout !== undefined && (
        <a className="link" href={`/data/mapping?job=${encodeURIComponent(jobId)}`}>
          {words.describe}
        </a>
      )}
    </p>
  );
}

function timeLeft(seconds: number, words: Messages["intake"]): string {
  return seconds < 90
    ? fill(words.secondsLeft, { seconds })
    : fill(words.minutesLeft, { minutes: Math.round(seconds / 60) });
}

/** The jobs as they are now; where one ends, the rest of the page is asked for again. */
function useJobs(atFirst: readonly ShownJob[]): readonly ShownJob[] {
  const [jobs, setJobs] = useState(atFirst);
  const router = useRouter();
  useEffect(() => {
    let known = atFirst;
    const ask = async () => {
      const now = await latest();
      if (now === null) return;
      const ended = (all: readonly ShownJob[]) => all.filter(({ state }) => state === "ended").length;
      if (ended(now) !== ended(known)) router.refresh();
      known = now;
      setJobs(now);
    };
    const timer = setInterval(() => {
      if (known.some(({ state }) => state !== "ended")) void ask();
    }, pauseMilliseconds);
    const soon = () => void ask();
    window.addEventListener("yizhang:job", soon);
    return () => {
      clearInterval(timer);
      window.removeEventListener("yizhang:job", soon);
    };
  }, [atFirst, router]);
  return jobs;
}

async function latest(): Promise<readonly ShownJob[] | null> {
  try {
    return ((await (await fetch("/api/jobs")).json()) as { jobs: readonly ShownJob[] }).jobs;
  } catch {
    return null;
  }
}

/** Whatever comes of it shows in the list. */
async function post(address: string): Promise<void> {
  await fetch(address, { method: "POST" }).catch(() => null);
  window.dispatchEvent(new Event("yizhang:job"));
}
