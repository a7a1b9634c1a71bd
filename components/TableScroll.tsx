import type { ReactNode } from "react";

/** Where a table scrolls sideways inside its box: reachable by keyboard, named like its section. */
export function TableScroll(props: { label: string; className?: string; children: ReactNode }) {
  const { label, className, children } = props;
  const classes = className ? `table-scroll ${className}` : "table-scroll";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: no field set, and not a landmark: its section is one already.
    <div className={classes} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
