import { ChangeForm } from "@/components/ChangeForm";
import { TableScroll } from "@/components/TableScroll";
import { decimal } from "@/domain/money";
import { type BudgetRow, executionOf } from "@/domain/projectBudget";
import type { Rubric } from "@/domain/rubric";
import { type ExecutionBase, executionBases } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import { percent, yuan } from "@/messages/numbers";
import { Attribution, SelectField } from "../../settings/Fields";
import { changeFormWords } from "../../settings/words";
import { budgetColumns, budgetField, budgetSourcesOf } from "../budgetFields";
import { assessmentAction } from "../places";
import type { AssessmentShown } from "../shown";

/** 项目资金 with the execution rate and the base that it names, in 万元; and the form that writes it, in yuan. */
export function BudgetSection({ shown }: { shown: AssessmentShown }) {
  const { view, words, locked } = shown;
  const { performancePages: texts } = words;
  const { budget, assessment } = view;
  const rows = assessment.budget.rows;
  if (!budget && !hasMoney(view.rubric)) return null;
  return (
    <section className="section" aria-labelledby="budget">
      <h2 id="budget" className="heading">
        {texts.budget}
        <span className="note">{texts.budgetUnit}</span>
      </h2>
      {budget ? (
        <>
          <TableScroll label={texts.budget}>
            <table className="table narrow">
              <thead>
                <tr>
                  <th scope="col">{texts.budget}</th>
                  {budgetColumns.map((column) => (
                    <th key={column} scope="col" className="number">
                      {texts[column]}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {texts.rate}
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr className="subtotal">
                  <th scope="row">{texts.budgetRows.total}</th>
                  {budgetColumns.map((column) => (
                    <td key={column} className="number">
                      {inTenThousand(budget[column])}
                    </td>
                  ))}
                  <td className="number">{rateText(budget.rates[budget.base], words.shell.noValue)}</td>
                </tr>
                {rows.map((row) => (
                  <tr key={row.source} className="of_which">
                    <th scope="row">{fill(texts.budgetRows.ofWhich, { name: words.budgetSources[row.source] })}</th>
                    {budgetColumns.map((column) => (
                      <td key={column} className="number">
                        {inTenThousand(row[column])}
                      </td>
                    ))}
                    <td className="number">{rateText(rateOf(row), words.shell.noValue)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
          <p className="note">
            {fill(texts.rateBase, { base: words.executionBases[budget.base] })}
            {executionBases
              .filter((base) => base !== budget.base && budget.rates[base] !== budget.rates[budget.base])
              .map((base) => otherRate(base, budget.rates[base], shown))}
          </p>
        </>
      ) : (
        <p className="text-quiet">{texts.noBudget}</p>
      )}
      {!locked && <BudgetForm shown={shown} />}
    </section>
  );
}

/** A campaign without a budget to execute has no room for money in its form. */
const hasMoney = ({ form, sections }: Rubric) =>
  form === "project" ||
  form === "transfer" ||
  sections.some(({ indicators }) => indicators.some(({ scoring }) => scoring.rule === "budget_execution"));

const inTenThousand = (amount: string) => yuan(decimal(amount).div(10_000), "table");
const rateText = (rate: string | null, none: string) => (rate === null ? none : percent(rate));
const rateOf = (row: BudgetRow) => executionOf({ rows: [row] }, "with_carried_over")?.rate?.toString() ?? null;

const otherRate = (base: ExecutionBase, rate: string | null, { words }: AssessmentShown) =>
  fill(words.performancePages.rateOther, {
    base: words.executionBases[base],
    rate: rateText(rate, words.shell.noValue),
  });

function BudgetForm({ shown }: { shown: AssessmentShown }) {
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { id, revision, budget } = view.assessment;
  return (
    <details className="change screen-only">
      <summary>{texts.budgetForm}</summary>
      <ChangeForm action={assessmentAction(id, "budget")} words={changeFormWords(form)}>
        <div className="whole budget-fields">
          <table className="table budget-form">
            <thead>
              <tr>
                <th scope="col">{texts.budget}</th>
                {budgetColumns.map((column) => (
                  <th key={column} scope="col">
                    {texts[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {budgetSourcesOf(view.rubric).map((source) => (
                <tr key={source}>
                  <th scope="row">{words.budgetSources[source]}</th>
                  {budgetColumns.map((column) => (
                    <td key={column}>
                      <input
                        type="text"
                        inputMode="decimal"
                        autoComplete="off"
                        name={budgetField(source, column)}
                        aria-label={fill(texts.budgetRow, {
                          source: words.budgetSources[source],
                          column: texts[column],
                        })}
                        defaultValue={budget.rows.find((row) => row.source === source)?.[column] ?? ""}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <SelectField
          name="execution_base"
          wide
          shown={form}
          value={budget.base}
          options={executionBases.map((base) => ({ value: base, label: words.executionBases[base] }))}
        />
        <Attribution shown={form} seen={revision} reason={texts.entryReason} />
      </ChangeForm>
    </details>
  );
}
