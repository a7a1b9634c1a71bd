import { type CellChoice, cellChoices } from "@/reports/why";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";

/** The same page with the decomposition over other cells. */
export function CellLinks({ chosen, writer }: { chosen: CellChoice; writer: Writer }) {
  const { volume, causes } = writer.words;
  return (
    <nav className="cuts screen-only" aria-label={volume.cellsLabel}>
      {cellChoices.map((cells) => (
        <a
          key={cells}
          className="link"
          href={scopedHref(routes.volume, writer.scope, { cells })}
          aria-current={cells === chosen ? "true" : undefined}
        >
          {causes.cellsShort[cells]}
        </a>
      ))}
    </nav>
  );
}
