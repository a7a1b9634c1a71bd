"use client";

import { ActOnce } from "./ActOnce";
import { onClipboard } from "./clipboard";

/** Puts a table on the clipboard as it is printed: cells apart by tabs, so that office programs paste it as cells. */
export function CopyTable(props: {
  section: string;
  words: { copyTable: string; copied: string; copyFailed: string };
}) {
  const { section, words } = props;
  return (
    <ActOnce
      act={() => onClipboard(printed(section))}
      words={{ idle: words.copyTable, busy: words.copyTable, done: words.copied, failed: words.copyFailed }}
      look="link"
    />
  );
}

/** The table in the section that the element of this id names, without the arrows of its order. */
function printed(section: string): string {
  const table = document.getElementById(section)?.closest("section")?.querySelector("table")?.cloneNode(true);
  if (!(table instanceof HTMLTableElement)) return "";
  for (const mark of table.querySelectorAll("[aria-hidden=true]")) mark.remove();
  const text = ({ textContent }: Element) => (textContent ?? "").replace(/\s+/g, " ").trim();
  return [...table.rows].map(({ cells }) => [...cells].map(text).join("\t")).join("\n");
}
