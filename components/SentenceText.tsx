import { Fragment } from "react";
import { fill, pieces } from "@/messages/fill";
import { FigureValue, type Written } from "./FigureValue";

/** Words that lead to a page of ours. */
export interface Passage {
  readonly text: string;
  readonly href: string;
  /** Told from a number by this. */
  readonly exact?: never;
}

/** A text with places, and what stands in them. Clauses of one sentence are joined as they are. */
export interface Clause {
  readonly template: string;
  readonly values: Readonly<Record<string, Written | Passage | string>>;
  /** Places whose number is worse than its line. */
  readonly warnings?: readonly string[];
}

export type Sentence = readonly Clause[];

/** A sentence whose numbers can be asked. Places in `strong` stand out; with `links` all look like links. */
export function SentenceText(props: { sentence: Sentence; strong?: readonly string[]; links?: boolean }) {
  const { sentence, strong = [], links = false } = props;
  return sentence.map((clause) =>
    pieces(clause.template).map(({ text, place }, index) => {
      const value = place === null ? text : (clause.values[place] ?? `{${place}}`);
      const key = `${clause.template}${index}`;
      if (typeof value === "string") return <Fragment key={key}>{value}</Fragment>;
      if (value.exact === undefined) {
        return (
          <a key={key} href={value.href} className="link">
            {value.text}
          </a>
        );
      }
      const warning = clause.warnings?.includes(place!) ?? false;
      if (links) {
        return (
          <a key={key} href={value.href} title={value.exact} className="link">
            {value.text}
          </a>
        );
      }
      const figure = <FigureValue key={key} figure={value} tone={warning ? "warning" : undefined} />;
      return warning || strong.includes(place!) ? <strong key={key}>{figure}</strong> : figure;
    }),
  );
}

/** The same words without anything to click, for the clipboard. */
export function sentenceInPlainText(sentence: Sentence): string {
  return sentence
    .map(({ template, values }) =>
      fill(
        template,
        Object.fromEntries(
          Object.entries(values).map(([place, value]) => [place, typeof value === "string" ? value : value.text]),
        ),
      ),
    )
    .join("")
    .trim();
}
