import type { ReactNode } from "react";
import { CopyTable } from "@/components/CopyTable";
import { type DataCell, DataTable } from "@/components/DataTable";
import { leverNames } from "@/domain/projection/leverValues";
import { fill } from "@/messages/fill";
import type { Content, Row, Table } from "@/reports/tables/define";
import { tables } from "@/reports/tables/index";
import { readSorting, sorted } from "@/reports/tables/sort";
import { type SearchParams, scopedHref } from "../scope";
import type { Writer } from "../writing";

/** On A4: more columns lie down, more rows go on over pages. */
const columnsOnUprightPaper = 9;
const rowsOnOnePage = 30;

interface TableSectionProps {
  readonly table: Table;
  readonly writer: Writer;
  /** Path and parameters of the page that the table stands on: sorting keeps them. */
  readonly path: string;
  readonly params: SearchParams;
  /** Between the title and the table: links that cut it in another way, a chart. */
  readonly children?: ReactNode;
}

/** A table with its title, its order, its exports and its notes. */
export function TableSection({ table, writer, path, params, children }: TableSectionProps) {
  const { tables: words, shell } = writer.words;
  const asked = typeof params.sort === "string" ? params.sort : undefined;
  const sorting = readSorting(asked, table);
  const { rows, columns } = sorting ? sorted(table, sorting) : table;
  const onPaper = [columns.length > columnsOnUprightPaper && "wide", rows.length > rowsOnOnePage && "long"];
  const kept = keptParams(params);
  const shownAs = sorting ? { ...kept, sort: asked! } : kept;
  const fileHref = (format: string) => scopedHref(`/export/${table.id}.${format}`, writer.scope, shownAs);
  return (
    <section className={["section", "table-section", ...onPaper].filter(Boolean).join(" ")} aria-labelledby={table.id}>
      <div className="section-header">
        <h2 id={table.id} className="heading">
          {table.title}
        </h2>
        <p className="exports screen-only">
          <CopyTable section={table.id} words={shell} />
          {words.export}
          <a className="link" href={fileHref("csv")} download>
            {words.exportCsv}
          </a>{" "}
          <a className="link" href={fileHref("xlsx")} download>
            {words.exportXlsx}
          </a>
        </p>
      </div>
      {children}
      <DataTable
        label={table.title}
        columns={columns.map(({ id, label, kind }) => {
          const direction = sorting?.column === id && sorting.direction === "descending" ? "ascending" : "descending";
          const sort = `${table.id}.${id}.${direction}`;
          return {
            id,
            label,
            kind,
            sort: table.fixedOrder
              ? null
              : {
                  href: `${scopedHref(path, writer.scope, { ...kept, sort })}#${table.id}`,
                  title: fill(words.sortBy, { column: label }),
                },
            sorted: sorting?.column === id ? sorting.direction : null,
          };
        })}
        rows={rows.map((row) => ({
          id: row.id,
          label: row.role === "of_which" ? fill(words.ofWhich, { name: row.label }) : row.label,
          role: row.role,
          href: row.path ? scopedHref(row.path, writer.scope) : null,
          typed: row.typed,
          cells: writtenCells(row, writer),
        }))}
      />
      {table.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <p className="signatures print-only">
        {Object.values(words.signatures).map((name) => (
          <span key={name}>{fill(words.signature, { name })}</span>
        ))}
      </p>
    </section>
  );
}

/**
 * What a page of tables may ask besides the scope: how rows are cut, which are listed, levers and scenarios. Sorting one
 * table keeps it all.
 */
const pageParams = [
  "by",
  ...Object.values(tables).flatMap(({ choices = {} }) => Object.keys(choices)),
  ...leverNames,
  "scenarios",
];

function keptParams(params: SearchParams): Record<string, string> {
  return Object.fromEntries(pageParams.flatMap((name) => (params[name] ? [[name, String(params[name])]] : [])));
}

function writtenCells(row: Row, writer: Writer): Record<string, DataCell> {
  const write = (content: Content): DataCell =>
    content === null || typeof content === "string"
      ? content
      : { figure: writer.quantity(content), warning: content.warning ?? false };
  return Object.fromEntries(Object.entries(row.cells).map(([id, content]) => [id, write(content)]));
}
