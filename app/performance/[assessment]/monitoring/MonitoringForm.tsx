import type { IndicatorView, Monitoring } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { attainmentChances, deviationCauses } from "@/domain/assessment";
import { Attribution, SelectField, TextArea, TextField } from "../../../settings/Fields";
import { changeFormWords } from "../../../settings/words";
import { fieldText, unitHint } from "../../entering";
import { assessmentAction } from "../../places";
import type { AssessmentShown } from "../../shown";

/** A row of the monitoring of one indicator; what the system suggests is filled in already. */
export function MonitoringForm(props: { shown: AssessmentShown; row: IndicatorView; monitoring: Monitoring }) {
  const { shown, row, monitoring } = props;
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { indicator } = row;
  const { id, revision } = view.assessment;
  const own = monitoring.indicators.find(({ code }) => code === indicator.code);
  const entered = own?.entered ?? null;
  return (
    <details id="monitor" className="change screen-only" open>
      <summary>
        {texts.monitoringForm} <Typed text={indicator.name} />
      </summary>
      <ChangeForm
        action={assessmentAction(id, "indicators", indicator.code, "monitoring")}
        words={changeFormWords(form)}
        withdraw={entered ? words.settingsPages.withdraw : undefined}
      >
        <SelectField
          name="chance"
          shown={form}
          value={entered?.chance ?? own?.suggested?.chance ?? "possible"}
          options={attainmentChances.map((chance) => ({ value: chance, label: words.attainmentChances[chance] }))}
        />
        <SelectField
          name="cause"
          shown={form}
          value={entered?.cause ?? ""}
          options={[
            { value: "", label: texts.noCause },
            ...deviationCauses.map((cause) => ({ value: cause, label: words.deviationCauses[cause] })),
          ]}
        />
        <TextField
          name="expected_value"
          shown={form}
          value={entered?.expected === undefined ? "" : fieldText(entered.expected, indicator.unit)}
          hint={unitHint(indicator.unit, words) ?? words.settingsPages.optional}
        />
        <TextArea name="monitoring_remark" shown={form} value={entered?.remark} rows={2} />
        <Attribution shown={form} seen={revision} reason={texts.entryReason} />
      </ChangeForm>
    </details>
  );
}
