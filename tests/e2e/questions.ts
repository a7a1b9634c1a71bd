import { answerAsData } from "@/cli/metrics";
import { answerAll } from "@/figures/answer";
import type { Storage } from "@/figures/publication";
import type { Question } from "@/figures/question";

/** What `metrics --json` prints for a question. */
export type Printed = ReturnType<typeof answerAsData>;
export type PrintedRow = Printed["total"] & { key?: Record<string, string> };

/**
 * Asks what `metrics --json` would print, many questions at a time: those that are asked while others wait are put
 * together, and those that differ in their metrics alone are one.
 */
export class Questions {
  private waiting = new Map<string, { question: Question; metrics: Set<string>; printed: Promise<Printed> }>();
  private settle: (printed: Map<string, Promise<Printed>>) => void = () => {};
  private round: Promise<Map<string, Promise<Printed>>> | null = null;
  /** How many were asked. */
  asked = 0;

  constructor(private readonly storage: Storage) {}

  ask(question: Question): Promise<Printed> {
    const { metrics, ...scope } = question;
    const key = JSON.stringify(scope);
    this.round ??= this.begin();
    const known = this.waiting.get(key);
    if (known) {
      for (const metric of metrics) known.metrics.add(metric);
      return known.printed;
    }
    const { round } = this;
    const printed = round.then((all) => all.get(key)!);
    this.waiting.set(key, { question, metrics: new Set(metrics), printed });
    return printed;
  }

  private begin(): Promise<Map<string, Promise<Printed>>> {
    setTimeout(() => void this.answerWaiting(), 20);
    return new Promise((settle) => {
      this.settle = settle;
    });
  }

  private async answerWaiting(): Promise<void> {
    const { waiting, settle } = this;
    this.waiting = new Map();
    this.round = null;
    this.asked += waiting.size;
    const asked = [...waiting.entries()];
    const answers = answerAll(
      this.storage,
      asked.map(([, { question, metrics }]) => ({ ...question, metrics: [...metrics] })),
    );
    settle(new Map(asked.map(([key], index) => [key, answers.then((all) => answerAsData(all[index]!))])));
  }
}
