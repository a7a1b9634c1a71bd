import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import { decimal } from "@/domain/money";
import { policyParameterUnits } from "@/domain/policyParameter";
import { type Setting, settingsOf } from "@/domain/settings";
import { Attribution, SelectField, TextField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords, parameterInWords, validityInWords } from "../words";

/** The dated numbers of policy, each with the document that sets it or the mark that nobody has confirmed it. */
export function ParametersSection({ shown, edited }: { shown: SettingsShown; edited: unknown }) {
  const { settingsPages: texts, localRules } = shown.words;
  const parameters = settingsOf(shown.settings, "policy_parameter").sort((a, b) =>
    a.value.validFrom < b.value.validFrom ? 1 : -1,
  );
  const headers = ["parameter", "value", "document_number"].map((name) => texts.fields[name]!);
  return (
    <section className="section" aria-labelledby="parameters">
      <h2 id="parameters" className="heading">
        {texts.parametersTitle}
        <span className="note">{texts.parametersNote}</span>
      </h2>
      {parameters.length === 0 ? (
        <p className="text-quiet">{texts.noParameters}</p>
      ) : (
        <ScrollTable
          label={texts.parametersTitle}
          heads={[...headers, texts.period, texts.appliesTo, texts.state, texts.edit].map((name) => ({
            name,
            number: name === texts.fields.value,
          }))}
        >
          {parameters.map((parameter) => (
            <tr key={parameter.key}>
              <th scope="row">{texts.parameters[parameter.value.id] ?? parameter.value.id}</th>
              <td className="number">{parameterInWords(parameter.value)}</td>
              <td>{parameter.value.documentNumber ?? shown.words.shell.noValue}</td>
              <td>{validityInWords(parameter.value, shown)}</td>
              <td>{shown.region.name}</td>
              <td>
                {parameter.value.confirmed ? (
                  texts.confirmedYes
                ) : (
                  <span className="badge">{localRules.unconfirmed}</span>
                )}
              </td>
              <td>
                <a
                  className="link"
                  href={`${settingsHref("rules", shown.region.code, { parameter: parameter.key })}#parameters`}
                >
                  {texts.edit}
                </a>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <ParameterForm shown={shown} setting={parameters.find(({ key }) => key === edited) ?? null} />
    </section>
  );
}

function ParameterForm({ shown, setting }: { shown: SettingsShown; setting: Setting<"policy_parameter"> | null }) {
  const { settingsPages: texts } = shown.words;
  const value = setting?.value;
  const isPercent = value === undefined || policyParameterUnits[value.id] === "percent";
  return (
    <details className="change screen-only" open={setting !== null}>
      <summary>{setting ? texts.parameterEdit : texts.parameterForm}</summary>
      <ChangeForm
        action="/api/settings/parameter"
        words={changeFormWords(shown)}
        withdraw={setting ? texts.withdraw : undefined}
      >
        <SelectField
          name="parameter"
          shown={shown}
          value={value?.id}
          options={Object.keys(policyParameterUnits).map((id) => ({ value: id, label: texts.parameters[id] ?? id }))}
        />
        <TextField
          name="value"
          shown={shown}
          value={value && (isPercent ? decimal(value.value).times(100).toString() : value.value)}
          hint={isPercent ? texts.percentHint : undefined}
          required
        />
        <TextField name="document_number" shown={shown} value={value?.documentNumber} hint={texts.optional} />
        <TextField name="valid_from" shown={shown} value={value?.validFrom} hint={texts.monthHint} required />
        <TextField name="valid_to" shown={shown} value={value?.validTo} hint={texts.optional} />
        <SelectField
          name="confirmed"
          shown={shown}
          value={value?.confirmed ? "yes" : "no"}
          options={[
            { value: "no", label: texts.confirmedNo },
            { value: "yes", label: texts.confirmedYes },
          ]}
        />
        <Attribution shown={shown} seen={setting?.revision ?? 0} hidden={setting ? { key: setting.key } : {}} />
      </ChangeForm>
    </details>
  );
}
