"use client";

import { useEffect, useRef, useState } from "react";
import { decimal } from "@/domain/money";
import { exactNumber } from "@/domain/scoring/checkActual";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { Typed } from "../Typed";
import { type Totals, totalsOf } from "./totals";

type Words = Messages["rubricPages"]["live"];

/** What the marks of the form around it add up to, now: in all and by section, with what is missing or too much. */
export function LiveTotals({ initial, words }: { initial: Totals; words: Words }) {
  const place = useRef<HTMLDivElement>(null);
  const [totals, setTotals] = useState(initial);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const add = () => setTotals(totalsOf(Object.fromEntries(new FormData(form)) as Record<string, string>));
    form.addEventListener("input", add);
    return () => form.removeEventListener("input", add);
  }, []);
  const { marks, sum, sections, indicators, readable } = totals;
  return (
    <div ref={place} className="rubric-totals" role="status">
      <strong>
        {marks === null ? fill(words.total, { sum }) : fill(words.totalOf, { sum, marks })}
        {marks !== null && <Difference sum={sum} marks={marks} words={words} />}
      </strong>
      <span>{fill(words.indicators, { indicators })}</span>
      {sections
        .filter((section) => section.marks !== null)
        .map(({ name, marks: own, sum: added }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other identity while they are typed
          <span key={index}>
            <Typed text={name} /> {added}/{own}
            <Difference sum={added} marks={own!} words={words} />
          </span>
        ))}
      {!readable && <span>{words.unreadable}</span>}
    </div>
  );
}

function Difference({ sum, marks, words }: { sum: string; marks: string; words: Words }) {
  if (!exactNumber.test(marks)) return null;
  const difference = decimal(marks).minus(sum);
  if (difference.isZero()) return <em className="right">{words.right}</em>;
  const text = difference.gt(0) ? words.short : words.over;
  return <em>{fill(text, { difference: difference.abs().toString() })}</em>;
}
