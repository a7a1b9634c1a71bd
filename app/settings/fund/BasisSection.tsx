import { ChangeForm } from "@/components/ChangeForm";
import { FigureValue } from "@/components/FigureValue";
import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { availableFundBases, basisKey, basisOn } from "@/domain/availableFundBasis";
import { type Period, parsePeriod, periodBetween } from "@/domain/period";
import { basesIn } from "@/domain/settings";
import { answerAll } from "@/figures/answer";
import { fill } from "@/messages/fill";
import availableFund from "@/metrics/definitions/available_fund_amount";
import burnRate from "@/metrics/definitions/burn_rate";
import type { Scope } from "../../scope";
import { Writer } from "../../writing";
import { Attribution, SelectField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords } from "../words";

/** 可用基金口径 of a year: the three bases with what each amounts to, which one is in force, and the form that changes it. */
export async function BasisSection(props: { shown: SettingsShown; year: string; years: readonly string[] }) {
  const { shown, year, years } = props;
  const { settingsPages: texts, bases, shell } = shown.words;
  const { noValue } = shell;
  const { region, scheme } = shown;
  const inForce = basisOn(basesIn(shown.settings), scheme, year);
  const set = shown.settings.find(({ kind, key }) => kind === "available_fund_basis" && key === basisKey(scheme, year));
  const amounts = await amountsOf(shown, year);
  return (
    <section className="section" aria-labelledby="basis">
      <h2 id="basis" className="heading">
        {texts.basisTitle}
        <span className="note">{fill(texts.basisNote, { year })}</span>
      </h2>
      <p className="cuts screen-only">
        {years.map((each) => (
          <a
            key={each}
            className="link"
            href={settingsHref("fund", region.code, { scheme, year: each })}
            aria-current={each === year ? "true" : undefined}
          >
            {fill(texts.yearName, { year: each })}
          </a>
        ))}
      </p>
      <ScrollTable
        label={texts.basisTitle}
        heads={[
          texts.fields.basis!,
          ...numberHeads([texts.basisAmount, shown.language === "en" ? burnRate.label.en : burnRate.label.zh]),
          texts.state,
        ]}
        className="narrow"
      >
        {amounts.map(({ basis, amount, burn }) => (
          <tr key={basis}>
            <th scope="row">{bases[basis].name}</th>
            <td className="number">{amount ? <FigureValue figure={amount} /> : noValue}</td>
            <td className="number">{burn ? <FigureValue figure={burn} /> : noValue}</td>
            <td>
              {basis === inForce && <span className="badge">{texts.inForce}</span>}
              {amount?.text === noValue && <span className="note">{amount.exact}</span>}
            </td>
          </tr>
        ))}
      </ScrollTable>
      <details className="change screen-only">
        <summary>{fill(texts.basisForm, { year })}</summary>
        <ChangeForm action="/api/settings/basis" words={changeFormWords(shown)}>
          <SelectField
            name="basis"
            shown={shown}
            value={inForce}
            options={availableFundBases.map((basis) => ({ value: basis, label: bases[basis].name }))}
          />
          <Attribution shown={shown} seen={set?.revision ?? 0} hidden={{ scheme, year }} />
        </ChangeForm>
      </details>
    </section>
  );
}

/** What the year's available fund is on each basis, and how much of it is spent; none before anything is published. */
async function amountsOf(shown: SettingsShown, year: string) {
  const { installation, region, scheme, data, language } = shown;
  const hasFiles = data.files.some((file) => file.region === region.code);
  if (!hasFiles) return availableFundBases.map((basis) => ({ basis, amount: null, burn: null }));
  const scopes = availableFundBases.map(
    (basis): Scope => ({
      ...{ region: region.code, scheme, period: periodOf(shown, year), where: {}, compare: null, asOf: null },
      ...{ basis, bases: basesIn(shown.settings) },
    }),
  );
  const answers = await answerAll(
    installation,
    scopes.map((scope) => ({ ...scope, by: [], metrics: [availableFund.id, burnRate.id] })),
  );
  return scopes.map((scope, index) => {
    const writer = new Writer(scope, language);
    const { values } = answers[index]!.total;
    return {
      basis: scope.basis,
      amount: writer.figure(values, availableFund, { form: "table" }),
      burn: writer.figure(values, burnRate),
    };
  });
}

/** January to the last month of the year that has settlements; the whole year where none has. */
function periodOf({ months }: SettingsShown, year: string): Period {
  const last = months.filter((month) => month.startsWith(year)).at(-1);
  return last ? periodBetween(`${year}-01`, last) : parsePeriod(year)!;
}
