"use client";

import { useState } from "react";

/** Puts a text on the clipboard and says so. */
export function CopyText({
  text,
  words,
}: {
  text: string;
  words: { copy: string; copied: string; copyFailed: string };
}) {
  const [state, setState] = useState<"copy" | "copied" | "copyFailed">("copy");
  const copy = async () => setState((await onClipboard(text)) ? "copied" : "copyFailed");
  return (
    <>
      <button type="button" className="button needs-script" onClick={copy}>
        {words[state]}
      </button>
      <span role="status" className="sr-only">
        {state === "copy" ? "" : words[state]}
      </span>
    </>
  );
}

/** Over plain http on an intranet there is no clipboard interface: an old-fashioned selection does it. */
async function onClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}
