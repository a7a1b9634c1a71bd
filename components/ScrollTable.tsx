import type { ReactNode } from "react";
import { TableScroll } from "./TableScroll";

/** A column: its name; numbers stand to the right, a frozen one stays in sight, a silent one is named to screen readers only. */
export type Head =
  | string
  | {
      readonly name: string;
      readonly number?: boolean;
      readonly frozen?: true;
      readonly silent?: true;
    };

export const numberHeads = (names: readonly string[]): Head[] => names.map((name) => ({ name, number: true }));

/** A table that scrolls inside its own box, by keyboard too. Its rows are the children. */
export function ScrollTable(props: {
  label: string;
  heads: readonly Head[];
  /** Of the table: `narrow` for one that is no wider than what it says. */
  className?: string;
  boxClassName?: string;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const { label, heads, className, boxClassName, foot, children } = props;
  return (
    <TableScroll label={label} className={boxClassName}>
      <table className={classes("table", className)}>
        <thead>
          <tr>
            {heads.map((head) => {
              const { name, number, frozen, silent } = typeof head === "string" ? ({ name: head } as const) : head;
              return (
                <th key={name} scope="col" className={classes(number && "number", frozen && "frozen")}>
                  {silent ? <span className="sr-only">{name}</span> : name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </TableScroll>
  );
}

const classes = (...names: readonly (string | false | undefined)[]) => names.filter(Boolean).join(" ") || undefined;
