import type { ReactNode } from "react";

export interface Written {
  /** Rounded once, as printed. */
  readonly text: string;
  /** The exact value with its unit, or why there is none. */
  readonly exact: string;
  /** The page of its metric in this scope; `/api` before it answers the same as data. */
  readonly href: string;
}

/**
 * A number that can be asked: hover shows the exact value, a click opens what it is made of. Without scripts it is a
 * link to the page of its metric. `children` may say the number in another way; by default its text.
 */
export function FigureValue({ figure, children, tone }: { figure: Written; children?: ReactNode; tone?: "warning" }) {
  return (
    <a
      href={figure.href}
      title={figure.exact}
      data-figure=""
      aria-haspopup="dialog"
      className={tone === "warning" ? "figure worse" : "figure"}
    >
      {children ?? figure.text}
    </a>
  );
}
