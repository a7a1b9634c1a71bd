/** The stages of a load, in order; `reading` and `checking` come once per file. */
export const loadStages = ["reading", "checking", "writing", "deriving"] as const;
export type LoadStage = (typeof loadStages)[number];

/** What a load is doing at this moment. */
export interface LoadProgress {
  readonly stage: LoadStage;
  /** Which file of how many, from 1. */
  readonly file: number;
  readonly files: number;
  /** Rows found so far in the files; null before the first was read. */
  readonly rows: number | null;
}

/** Rows a second, as measured with a million rows on two processors: for an estimate of what is left, no more. */
const speed = { checking: 85_000, writing: 750_000, deriving: 180_000 };

/**
 * Seconds until a load is read, estimated from its rows and from how long the present stage takes already; files count
 * alike. Null while nothing is known of its rows.
 */
export function secondsLeft({ stage, file, files, rows }: LoadProgress, secondsInStage: number): number | null {
  if (rows === null) return null;
  const known = stage === "reading" ? Math.max(1, file - 1) : stage === "checking" ? file : files;
  const perFile = rows / known;
  const filesAfter = files - file;
  const ofStage = (rowsLeft: number, rate: number) => {
    const expected = rowsLeft / rate;
    // A machine that is slower than the measured one shows it by not being done.
    return Math.max(expected - secondsInStage, secondsInStage / 4);
  };
  const all = perFile * files;
  const deriving = all / speed.deriving;
  if (stage === "deriving") return ofStage(all, speed.deriving);
  if (stage === "writing") return ofStage(perFile * (filesAfter + 1), speed.writing) + deriving;
  const later = (perFile * filesAfter) / speed.checking + all / speed.writing + deriving;
  return later + (stage === "checking" ? ofStage(perFile, speed.checking) : perFile / speed.checking);
}
