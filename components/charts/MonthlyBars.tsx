import { FigureValue, type Written } from "../FigureValue";
import { SeriesKey } from "./SeriesKey";
import { ticksUpTo } from "./scale";

/** A month of one year, as exact decimal text; `missing` when it should have data and has none, null when it is not looked at. */
export type MonthAmount = { readonly size: string; readonly figure: Written } | "missing" | null;

interface MonthlyBarsWords {
  /** What a screen reader says for the picture. */
  readonly summary: string;
  readonly thisYear: string;
  readonly lastYear: string;
  readonly missing: string;
  /** January to December, short. */
  readonly months: readonly string[];
}

interface MonthlyBarsProps {
  /** January to December. */
  readonly thisYear: readonly MonthAmount[];
  /** The same of the compared year; null without a comparison. */
  readonly lastYear: readonly MonthAmount[] | null;
  /** Yuan, cases … in one unit of the scale. */
  readonly unit: number;
  readonly words: MonthlyBarsWords;
}

/**
 * Twelve months: the year before grey, this year solid beside it, with numbers above where there is room. Where a month is
 * too narrow for two places to touch, only this year's can be asked; the table has both. Drawn on the server in percent of
 * its box.
 */
export function MonthlyBars({ thisYear, lastYear, unit, words }: MonthlyBarsProps) {
  // Amounts become numbers here, for the pixel only.
  const size = (amount: MonthAmount | undefined) =>
    amount && amount !== "missing" ? Math.max(0, Number(amount.size) / unit) : 0;
  const ticks = ticksUpTo(Math.max(...[...thisYear, ...(lastYear ?? [])].map(size)), 4);
  const top = ticks[ticks.length - 1]!;
  const percent = (amount: number) => `${(amount / top) * 100}%`;
  return (
    <figure className="columns" aria-label={words.summary}>
      <SeriesKey now={words.thisYear} before={lastYear && words.lastYear} />
      <div className="columns-plot">
        {ticks.map((tick) => (
          <span key={tick} className="columns-grid" style={{ bottom: percent(tick) }} aria-hidden="true">
            <span>{tick.toLocaleString("en-US")}</span>
          </span>
        ))}
        <ol className="columns-months">
          {words.months.map((month, index) => (
            <li key={month}>
              <span className="columns-month">{month}</span>
              {lastYear && (
                <Column
                  amount={lastYear[index] ?? null}
                  height={percent(size(lastYear[index]))}
                  className="column-before"
                  name={words.lastYear}
                  missing={words.missing}
                />
              )}
              <Column
                amount={thisYear[index] ?? null}
                height={percent(size(thisYear[index]))}
                className="column-now"
                name={words.thisYear}
                missing={words.missing}
              />
            </li>
          ))}
        </ol>
      </div>
    </figure>
  );
}

function Column(props: { amount: MonthAmount; height: string; className: string; name: string; missing: string }) {
  const { amount, height, className, name, missing } = props;
  return (
    <span className={`column ${className}`}>
      {amount === "missing" && (
        <span className="column-missing">
          <span className="sr-only">{name} </span>
          {missing}
        </span>
      )}
      {amount && amount !== "missing" && (
        <>
          <span className="column-bar" style={{ height }} aria-hidden="true" />
          <FigureValue figure={amount.figure}>
            <span className="sr-only">{name} </span>
            <span className="column-label" style={{ bottom: height }}>
              {amount.figure.text}
            </span>
          </FigureValue>
        </>
      )}
    </span>
  );
}
