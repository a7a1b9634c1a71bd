import type { OfficialForm as Form, FormBlock, FormCell } from "@/domain/officialForm";
import { TableScroll } from "./TableScroll";
import { Typed } from "./Typed";

/** An official form as it is printed: the same cells as in the spreadsheet, merged alike. */
export function OfficialForm({ form }: { form: Form }) {
  const { id, title, subtitle, widths, blocks, notes, signatures, orientation } = form;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <section className={`official-form ${orientation}`} aria-labelledby={`form-${id}`}>
      <h2 id={`form-${id}`} className="official-title">
        {title}
      </h2>
      <p className="official-subtitle">{subtitle}</p>
      <TableScroll label={title}>
        <table>
          <colgroup>
            {widths.map((width, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are their places.
              <col key={column} style={{ width: `${(width / whole) * 100}%` }} />
            ))}
          </colgroup>
          {blocks.map((block) => (
            <Block key={block.id} block={block} />
          ))}
        </table>
      </TableScroll>
      {notes.map(({ text, typed }) => (
        <p key={text} className="note">
          {text}
          {typed && <Typed text={typed} />}
        </p>
      ))}
      <p className="signatures print-only">
        {signatures.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </p>
    </section>
  );
}

function Block({ block }: { block: FormBlock }) {
  return (
    <tbody>
      {block.rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a form's rows are their places.
        <tr key={place}>
          {row.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: and so are its cells.
            <Cell key={index} cell={cell} heading={row.every(({ role }) => role === "label") ? "col" : "row"} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** `heading`: what a label in this row stands for, unless it covers several rows. */
function Cell({ cell, heading }: { cell: FormCell; heading: "col" | "row" }) {
  const { role, text, rows, columns, strong } = cell;
  const place = { rowSpan: rows, colSpan: columns, className: strong ? `${role} strong` : role };
  if (role === "name" || role === "text") {
    return <td {...place}>{text && <Typed text={text} />}</td>;
  }
  if (role !== "label" || text === "") return <td {...place}>{text}</td>;
  return (
    <th {...place} scope={rows !== undefined && heading === "row" ? "rowgroup" : heading}>
      {text}
    </th>
  );
}
