"use client";

import { useState } from "react";
import { SectionFields, type SectionWords } from "./SectionFields";

/** Empty fields for sections that are new, one more at each press; `from` is the number of the first. */
export function MoreSections(props: { from: number; hasMarks: boolean; add: string; words: SectionWords }) {
  const { from, hasMarks, add, words } = props;
  const [count, setCount] = useState(0);
  return (
    <>
      {Array.from({ length: count }, (_, index) => from + index).map((number) => (
        <SectionFields key={number} number={number} values={{}} indicators={[]} hasMarks={hasMarks} words={words} />
      ))}
      <p>
        <button type="button" className="button needs-script" onClick={() => setCount(count + 1)}>
          {add}
        </button>
      </p>
    </>
  );
}
