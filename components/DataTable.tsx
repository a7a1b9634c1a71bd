import { FigureValue, type Written } from "./FigureValue";
import { TableScroll } from "./TableScroll";
import { Typed } from "./Typed";

export interface DataColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: "text" | "number";
  /** The address of the table in another order, with the words that say which; null where its order is fixed. */
  readonly sort: { readonly href: string; readonly title: string } | null;
  readonly sorted: "ascending" | "descending" | null;
}

export interface DataRow {
  readonly id: string;
  readonly label: string;
  readonly role: "part" | "of_which" | "rest" | "less" | "subtotal" | "total";
  /** A page that says more of this row. */
  readonly href: string | null;
  /** Columns whose text the bureau typed. */
  readonly typed?: readonly string[];
  readonly cells: Readonly<Record<string, DataCell>>;
}

/** A number that can be asked, a text, or nothing. */
export type DataCell = { readonly figure: Written; readonly warning: boolean } | string | null;

/** A table of the office: unit in the header, sums at the end, headers that sort by a plain link. */
export function DataTable(props: { label: string; columns: readonly DataColumn[]; rows: readonly DataRow[] }) {
  const { label, columns, rows } = props;
  const sums = rows.filter(isSum);
  return (
    <TableScroll label={label}>
      <table className="table data-table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <HeaderCell key={column.id} column={column} first={index === 0} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((row) => !isSum(row))
            .map((row) => (
              <BodyRow key={row.id} row={row} columns={columns} />
            ))}
        </tbody>
        {sums.length > 0 && (
          <tfoot>
            {sums.map((row) => (
              <BodyRow key={row.id} row={row} columns={columns} />
            ))}
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}

const isSum = ({ role }: DataRow) => role === "total";

function HeaderCell({ column, first }: { column: DataColumn; first: boolean }) {
  const { label, kind, sort, sorted } = column;
  const className = [first && "frozen", kind === "number" && "number"].filter(Boolean).join(" ");
  return (
    <th scope="col" className={className || undefined} aria-sort={sorted ?? undefined}>
      {sort ? (
        <a className="sort" href={sort.href} title={sort.title}>
          <Wrappable label={label} />
          {sorted && <span aria-hidden="true">{sorted === "ascending" ? " ↑" : " ↓"}</span>}
        </a>
      ) : (
        <Wrappable label={label} />
      )}
    </th>
  );
}

/** A header may be broken before its unit: 上年同期 (万元). */
function Wrappable({ label }: { label: string }) {
  const unit = label.indexOf("(");
  if (unit < 1) return label;
  return (
    <>
      {label.slice(0, unit)}
      <wbr />
      {label.slice(unit)}
    </>
  );
}

function BodyRow({ row, columns }: { row: DataRow; columns: readonly DataColumn[] }) {
  const [first, ...others] = columns;
  const isTyped = (id: string) => row.typed?.includes(id) ?? false;
  const label = isTyped(first!.id) ? <Typed text={row.label} /> : row.label;
  return (
    <tr className={row.role}>
      <th scope="row" className="frozen">
        {row.href ? (
          <a className="link" href={row.href}>
            {label}
          </a>
        ) : (
          label
        )}
      </th>
      {others.map(({ id, kind }) => (
        <td key={id} className={kind === "number" ? "number" : undefined}>
          <Cell cell={row.cells[id] ?? null} typed={isTyped(id)} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, typed }: { cell: DataCell; typed: boolean }) {
  if (typeof cell === "string" && typed) return <Typed text={cell} />;
  if (cell === null || typeof cell === "string") return cell;
  return <FigureValue figure={cell.figure} tone={cell.warning ? "warning" : undefined} />;
}
