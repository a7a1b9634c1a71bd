"use client";

import { ActOnce } from "./ActOnce";
import { onClipboard } from "./clipboard";

/** Puts a text on the clipboard and says so. */
export function CopyText(props: { text: string; words: { copy: string; copied: string; copyFailed: string } }) {
  const { text, words } = props;
  return (
    <ActOnce
      act={() => onClipboard(text)}
      words={{ idle: words.copy, busy: words.copy, done: words.copied, failed: words.copyFailed }}
    />
  );
}
