import { ChoiceLinks } from "@/components/ChoiceLinks";
import { FigureValue, type Written } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import { type ComparabilityEvent, eventOf } from "@/domain/comparabilityEvents";
import { contribution } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import type { AnswerRow } from "@/figures/question";
import caseShare from "@/metrics/definitions/case_share";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { eventInWords } from "@/reports/localRules";
import { filterTo } from "@/reports/tables/expenditure";
import { scopedHref } from "../../scope";
import type { Writer } from "../../writing";
import { type Mix, mixes, type OneInstitution } from "./askInstitution";

interface MixTableProps {
  readonly asked: OneInstitution;
  readonly by: Mix;
  readonly writer: Writer;
  /** Address of the page, and the institution whose totals are the base of shares. */
  readonly path: string;
  readonly code: string;
  /** Changes of rules that forbid a plain comparison. */
  readonly events: readonly ComparabilityEvent[];
  /** Links to the other cut keep the address of the page. */
  readonly around: Writer;
}

/** What the institution's cases and payments are made of. */
export function MixTable({ asked, by, writer, path, code, events, around }: MixTableProps) {
  const { institutionPages: words, dimensions, tables } = writer.words;
  const columns = [
    { id: "cases", label: words.mixCases },
    { id: "case_share", label: words.mixCaseShare },
    { id: "pay", label: words.mixPay },
    { id: "pay_share", label: words.mixPayShare },
    { id: "before", label: words.mixBefore },
    { id: "change", label: words.mixChange },
    { id: "growth", label: words.mixGrowth },
  ];
  return (
    <section className="section" aria-labelledby="mix">
      <div className="section-header">
        <h2 id="mix" className="heading">
          {words.mixTitle}
        </h2>
        <ChoiceLinks
          label={words.mixBy}
          choices={mixes.map((mix) => ({
            label: dimensions[mix],
            href: `${scopedHref(path, around.scope, { by: mix })}#mix`,
            chosen: mix === by,
          }))}
        />
      </div>
      <TableScroll label={words.mixTitle}>
        <table className="table data-table">
          <thead>
            <tr>
              <th scope="col">{dimensions[by]}</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.parts.map((row) => (
              <MixRow
                key={row.key[by]}
                label={writer.member(by, row.key[by] ?? "")}
                event={by === "visit_class" ? eventOf(events, row.key.visit_class ?? "") : undefined}
                writer={writer}
                figures={figuresOf(row, asked, code, writer)}
              />
            ))}
          </tbody>
          <tfoot>
            <MixRow label={tables.total} writer={writer} figures={figuresOf(asked.partsTotal, asked, code, writer)} />
          </tfoot>
        </table>
      </TableScroll>
      <p className="note">{words.mixBasis}</p>
    </section>
  );
}

function MixRow(props: {
  label: string;
  event?: ComparabilityEvent | undefined;
  figures: Record<string, Written>;
  writer: Writer;
}) {
  const { label, event, figures, writer } = props;
  return (
    <tr>
      <th scope="row">
        {label}
        {event && (
          <span className="badge ml-2" title={eventInWords(event, writer)}>
            {writer.words.overview.notComparable}
          </span>
        )}
      </th>
      {Object.entries(figures).map(([id, figure]) => (
        <td key={id} className="number">
          <FigureValue figure={{ ...figure, text: figure.text.replace("%", "") }} />
        </td>
      ))}
    </tr>
  );
}

/** In the order of the columns. */
function figuresOf(row: AnswerRow, asked: OneInstitution, code: string, writer: Writer): Record<string, Written> {
  const { key, values, compare } = row;
  const place = { form: "table", where: filterTo(key) } as const;
  const exact = (of: AnswerRow) => (of.values[poolPay.id]?.value ? decimal(of.values[poolPay.id]!.value!) : null);
  const isTotal = Object.keys(key).length === 0;
  const changed = (reading: "change" | "growth") =>
    writer.value(compare?.[reading][poolPay.id] ?? null, poolPay, {
      ...place,
      reading,
      signed: true,
      ...(reading === "growth" ? { unit: "percent" } : {}),
    });
  return {
    cases: writer.figure(values, cases, place),
    case_share: writer.figure(values, caseShare, { form: "table", ...(isTotal ? {} : { cell: key }) }),
    pay: writer.figure(values, poolPay, place),
    pay_share: writer.value(contribution(exact(row), exact(asked.partsTotal)), poolPay, {
      ...place,
      reading: "share_in",
      base: { institution: [code] },
      unit: "percent",
    }),
    before: writer.figure(compare?.values, poolPay, { ...place, period: writer.scope.compare ?? writer.scope.period }),
    change: changed("change"),
    growth: changed("growth"),
  };
}
