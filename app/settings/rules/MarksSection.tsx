import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { numberOf, projectionMarks, whenOf } from "@/domain/projectionMark";
import { type Setting, settingsOf } from "@/domain/settings";
import { defaultScheme } from "../../scope";
import { Attribution, SelectField, TextField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords, markNumberInWords, markWhenInWords } from "../words";

/** What the projection of a year has to know and the payments do not tell. */
export function MarksSection({ shown, edited }: { shown: SettingsShown; edited: unknown }) {
  const { settingsPages: texts, schemes } = shown.words;
  const marks = settingsOf(shown.settings, "projection_mark").sort((a, b) =>
    whenOf(a.value) < whenOf(b.value) ? 1 : -1,
  );
  const headers = ["when", "scheme", "mark", "number", "text"].map((name) => texts.fields[name]!);
  return (
    <section className="section" aria-labelledby="marks">
      <h2 id="marks" className="heading">
        {texts.marksTitle}
        <span className="note">{texts.marksNote}</span>
      </h2>
      {marks.length === 0 ? (
        <p className="text-quiet">{texts.noMarks}</p>
      ) : (
        <ScrollTable
          label={texts.marksTitle}
          heads={[...headers, texts.edit].map((name) => ({ name, number: name === texts.fields.number }))}
        >
          {marks.map(({ key, value }) => (
            <tr key={key}>
              <th scope="row">{markWhenInWords(value, shown)}</th>
              <td>{schemes[value.scheme] ?? value.scheme}</td>
              <td className="wrap">
                {texts.marks[value.mark]}
                <div className="text-quiet">{texts.markMeanings[value.mark]}</div>
              </td>
              <td className="number">{markNumberInWords(value, shown)}</td>
              <td className="wrap">
                <Typed text={value.text} />
              </td>
              <td>
                <a className="link" href={`${settingsHref("rules", shown.region.code, { mark: key })}#marks`}>
                  {texts.edit}
                </a>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <MarkForm shown={shown} setting={marks.find(({ key }) => key === edited) ?? null} />
    </section>
  );
}

function MarkForm({ shown, setting }: { shown: SettingsShown; setting: Setting<"projection_mark"> | null }) {
  const { settingsPages: texts, schemes } = shown.words;
  const value = setting?.value;
  return (
    <details className="change screen-only" open={setting !== null}>
      <summary>{setting ? texts.markEdit : texts.markForm}</summary>
      <ChangeForm
        action="/api/settings/mark"
        words={changeFormWords(shown)}
        withdraw={setting ? texts.withdraw : undefined}
      >
        <SelectField
          name="mark"
          shown={shown}
          value={value?.mark}
          options={projectionMarks.map((id) => ({ value: id, label: texts.marks[id] }))}
        />
        <TextField name="when" shown={shown} value={value && whenOf(value)} hint={texts.whenHint} required />
        <SelectField
          name="scheme"
          shown={shown}
          value={value?.scheme ?? defaultScheme}
          options={Object.entries(schemes).map(([code, label]) => ({ value: code, label }))}
        />
        <TextField name="number" shown={shown} value={value && numberOf(value)} hint={texts.numberHint} />
        <TextField name="text" shown={shown} value={value?.text} required wide />
        <Attribution shown={shown} seen={setting?.revision ?? 0} hidden={setting ? { key: setting.key } : {}} />
      </ChangeForm>
    </details>
  );
}
