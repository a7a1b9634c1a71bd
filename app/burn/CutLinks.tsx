import type { Dimension } from "@/domain/dimensions";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";

/** The same page with its parts by another dimension, in the same scope. */
export function CutLinks(props: { cuts: readonly Dimension[]; chosen: Dimension; writer: Writer }) {
  const { cuts, chosen, writer } = props;
  return (
    <nav className="cuts screen-only" aria-label={writer.words.burn.cutBy}>
      {cuts.map((by) => (
        <a
          key={by}
          className="link"
          href={scopedHref(routes.burn, writer.scope, { by })}
          aria-current={by === chosen ? "true" : undefined}
        >
          {writer.words.dimensions[by]}
        </a>
      ))}
    </nav>
  );
}
