import { FigureValue } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import type { Dimension } from "@/domain/dimensions";
import { answer } from "@/figures/answer";
import type { AnswerRow } from "@/figures/question";
import { monthInWords, periodInWords } from "@/messages/period";
import type { Metric } from "@/metrics/define";
import type { Shown } from "../../shown";
import type { Writer } from "../../writing";

/** A metric by the members of one dimension, with the total of the whole and the comparison. */
export async function MembersTable(props: { shown: Shown; writer: Writer; metric: Metric; by: Dimension }) {
  const { shown, writer, metric, by } = props;
  const { period, compare } = shown.scope;
  const { metricPages: words, dimensions, units } = writer.words;
  const { rows, total } = await answer(shown.installation, { ...shown.scope, by: [by], metrics: [metric.id] });
  const unit = units[metric.unit]?.trim();
  return (
    <TableScroll label={dimensions[by]}>
      <table className="table members">
        <thead>
          <tr>
            <th scope="col" className="frozen">
              {dimensions[by]}
            </th>
            <th scope="col" className="number">
              {periodInWords(period, writer.language)}
              {unit && `（${unit}）`}
            </th>
            {compare && (
              <>
                <th scope="col" className="number">
                  {periodInWords(compare, writer.language)}
                </th>
                <th scope="col" className="number">
                  {words.change}
                </th>
                <th scope="col" className="number">
                  {words.growth}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MemberRow key={row.key[by]} {...props} row={row} label={memberName(row.key[by] ?? "", by, writer)} />
          ))}
        </tbody>
        <tfoot>
          <MemberRow {...props} row={total} label={words.total} />
        </tfoot>
      </table>
    </TableScroll>
  );
}

function memberName(member: string, by: Dimension, { words, language }: Writer): string {
  if (by === "month") return monthInWords(member, language);
  const names: Partial<Record<Dimension, Readonly<Record<string, string>>>> = {
    tier: words.tiers,
    visit_class: words.visitClasses,
    hardship_status: words.hardshipStatuses,
  };
  return names[by]?.[member] ?? member;
}

function MemberRow(props: {
  shown: Shown;
  writer: Writer;
  metric: Metric;
  by: Dimension;
  row: AnswerRow;
  label: string;
}) {
  const { shown, writer, metric, by, row, label } = props;
  const member = row.key[by];
  const where = member === undefined || by === "month" ? {} : { [by]: [member] };
  const place = { form: "table", where } as const;
  const changeUnit = metric.unit === "percent" ? "points" : metric.unit;
  const { compare } = row;
  return (
    <tr>
      <th scope="row" className="frozen">
        {label}
      </th>
      <td className="number">
        <FigureValue figure={writer.figure(row.values, metric, place)} />
      </td>
      {shown.scope.compare && (
        <>
          <td className="number">{compare && writer.figure(compare.values, metric, place).text}</td>
          <td className="number">
            {compare && (
              <FigureValue
                figure={writer.value(compare.change[metric.id] ?? null, metric, {
                  ...place,
                  unit: changeUnit,
                  signed: true,
                  reading: "change",
                })}
              />
            )}
          </td>
          <td className="number">
            {compare && (
              <FigureValue
                figure={writer.value(compare.growth[metric.id] ?? null, metric, {
                  ...place,
                  unit: "percent",
                  signed: true,
                  reading: "growth",
                })}
              />
            )}
          </td>
        </>
      )}
    </tr>
  );
}
