import type { Monitoring } from "@/assessments/index";
import { decimal } from "@/domain/money";
import { fill } from "@/messages/fill";
import { percent } from "@/messages/numbers";
import type { AssessmentShown } from "../../shown";

/** 双监控: how many targets are met already, how much of the budget is executed, and how much of the year is over. */
export function Double({ shown: { view, words }, monitoring }: { shown: AssessmentShown; monitoring: Monitoring }) {
  const { performancePages: texts, shell } = words;
  const rows = view.sections.flatMap(({ indicators }) => indicators).filter(({ scored }) => scored.applies);
  const isMet = ({ actual, scored }: (typeof rows)[number]) =>
    actual !== null && !scored.flags.some((flag) => flag === "unmet" || flag === "pending" || flag === "no_target");
  const { executionRate } = monitoring;
  const figures = [
    [texts.doubleReached, fill(texts.doubleOf, { count: rows.filter(isMet).length, all: rows.length })],
    [texts.doubleBudget, executionRate === null ? shell.noValue : percent(executionRate)],
    [texts.doubleCalendar, percent(decimal(monitoring.elapsed))],
  ] as const;
  return (
    <section className="section" aria-labelledby="double">
      <h2 id="double" className="heading">
        {texts.double}
      </h2>
      <dl className="three-scores">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.budget && <p className="note">{fill(texts.rateBase, { base: words.executionBases[view.budget.base] })}</p>}
    </section>
  );
}
