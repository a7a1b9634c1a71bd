"use client";

import { useState } from "react";
import { IndicatorFields, type IndicatorWords } from "./IndicatorFields";

/** Empty fields for indicators that are new, one more at each press; `from` is the number of the first. */
export function MoreIndicators(props: {
  prefix: string;
  from: number;
  hasMarks: boolean;
  add: string;
  words: IndicatorWords;
}) {
  const { prefix, from, hasMarks, add, words } = props;
  const [count, setCount] = useState(0);
  return (
    <>
      {Array.from({ length: count }, (_, index) => from + index).map((number) => (
        <IndicatorFields
          key={number}
          prefix={`${prefix}.${number}`}
          values={{ rule: "higher_is_better", unit: "percent", feed: "entered" }}
          hasMarks={hasMarks}
          words={words}
        />
      ))}
      <p>
        <button type="button" className="button needs-script" onClick={() => setCount(count + 1)}>
          {add}
        </button>
      </p>
    </>
  );
}
