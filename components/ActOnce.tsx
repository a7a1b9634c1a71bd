"use client";

import { useState } from "react";

/** A button for something that happens in the browser alone; what became of it stands on the button and is said. */
export function ActOnce(props: {
  /** Answers whether it worked. */
  act: () => Promise<boolean>;
  words: Readonly<Record<"idle" | "busy" | "done" | "failed", string>>;
  look?: "button" | "link";
}) {
  const { act, words, look = "button" } = props;
  const [state, setState] = useState<keyof typeof words>("idle");
  const run = async () => {
    setState("busy");
    setState((await act().catch(() => false)) ? "done" : "failed");
  };
  return (
    <>
      <button type="button" className={`${look} needs-script`} onClick={run} aria-busy={state === "busy"}>
        {words[state]}
      </button>
      <span role="status" className="sr-only">
        {state === "idle" ? "" : words[state]}
      </span>
    </>
  );
}
