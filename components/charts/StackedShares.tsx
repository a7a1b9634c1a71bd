import { FigureValue, type Written } from "../FigureValue";

/** One whole and what it is made of, in exact amounts; a part below zero is not drawn. */
export interface StackedShare {
  readonly id: string;
  readonly label: string;
  /** In the order of the key. */
  readonly parts: readonly string[];
  /** What the bar comes to, printed at its end. */
  readonly end: Written;
  /** Stands out: a sum of others. */
  readonly strong?: boolean;
}

interface StackedSharesProps {
  readonly bars: readonly StackedShare[];
  /** What the parts are called; the last one is what is left and is drawn empty. */
  readonly names: readonly string[];
  /** What the number at the end is called. */
  readonly endName: string;
  /** A line across all bars: an exact fraction of the whole, and what it is called. */
  readonly line: { readonly at: string; readonly label: string } | null;
  /** What a screen reader says for the picture; the table has the numbers. */
  readonly summary: string;
}

const fills = ["bg-step-1", "bg-step-2", "bg-step-3", "bg-step-4"] as const;
const rest = "stack-rest";

/** Every whole as a bar of the same length, its parts in four steps of one hue, the rest left empty. Drawn on the server. */
export function StackedShares({ bars, names, endName, line, summary }: StackedSharesProps) {
  const fillAt = (index: number) => (index === names.length - 1 ? rest : fills[index]!);
  return (
    <figure className="stacks" aria-label={summary}>
      <p className="stacks-key" aria-hidden="true">
        {names.map((name, index) => (
          <span key={name}>
            <i className={`swatch ${fillAt(index)}`} />
            {name}
          </span>
        ))}
        <span className="stacks-end-name">{endName}</span>
      </p>
      <dl>
        {bars.map(({ id, label, parts, end, strong }) => (
          <div key={id} className={strong ? "stacks-row stacks-strong" : "stacks-row"}>
            <dt>{label}</dt>
            <dd className="stacks-bar" aria-hidden="true">
              {sharesOf(parts).map((share, index) => (
                <span key={names[index]} className={fillAt(index)} style={{ width: `${share}%` }} />
              ))}
              {line && <span className="stacks-line" style={{ left: `${Number(line.at) * 100}%` }} />}
            </dd>
            <dd className="stacks-end">
              <span className="sr-only">{endName} </span>
              <FigureValue figure={end} />
            </dd>
          </div>
        ))}
      </dl>
      {line && (
        <p className="stacks-line-label" aria-hidden="true">
          <span style={{ left: `${Number(line.at) * 100}%` }}>{line.label}</span>
        </p>
      )}
    </figure>
  );
}

/** Widths in percent. Amounts become numbers here, for the pixel only. */
function sharesOf(parts: readonly string[]): number[] {
  const sizes = parts.map((part) => Math.max(0, Number(part)));
  const whole = sizes.reduce((sum, size) => sum + size, 0) || 1;
  return sizes.map((size) => (size / whole) * 100);
}
