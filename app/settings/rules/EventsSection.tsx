import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { visitClasses } from "@/domain/dimensions";
import { type Setting, settingsOf } from "@/domain/settings";
import { monthInWords } from "@/messages/period";
import { defaultScheme } from "../../scope";
import { Attribution, SelectField, TextField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords } from "../words";

/** What changed the rules, and since when: across it figures carry the mark 口径有变. */
export function EventsSection({ shown, edited }: { shown: SettingsShown; edited: unknown }) {
  const { settingsPages: texts, visitClasses: classes, schemes, shell } = shown.words;
  const events = settingsOf(shown.settings, "comparability_event").sort((a, b) =>
    a.value.from < b.value.from ? 1 : -1,
  );
  const headers = ["from", "scheme", "visit_class", "text", "document_number"].map((name) => texts.fields[name]!);
  return (
    <section className="section" aria-labelledby="events">
      <h2 id="events" className="heading">
        {texts.eventsTitle}
        <span className="note">{texts.eventsNote}</span>
      </h2>
      {events.length === 0 ? (
        <p className="text-quiet">{texts.noEvents}</p>
      ) : (
        <ScrollTable label={texts.eventsTitle} heads={[...headers, texts.edit]}>
          {events.map(({ key, value }) => (
            <tr key={key}>
              <th scope="row">{monthInWords(value.from, shown.language)}</th>
              <td>{schemes[value.scheme] ?? value.scheme}</td>
              <td>{value.visitClass === null ? texts.everyClass : classes[value.visitClass]}</td>
              <td className="wrap">
                <Typed text={value.text} />
              </td>
              <td>{value.documentNumber ?? shell.noValue}</td>
              <td>
                <a className="link" href={`${settingsHref("rules", shown.region.code, { event: key })}#events`}>
                  {texts.edit}
                </a>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <EventForm shown={shown} setting={events.find(({ key }) => key === edited) ?? null} />
    </section>
  );
}

function EventForm({ shown, setting }: { shown: SettingsShown; setting: Setting<"comparability_event"> | null }) {
  const { settingsPages: texts, visitClasses: classes, schemes } = shown.words;
  const value = setting?.value;
  return (
    <details className="change screen-only" open={setting !== null}>
      <summary>{setting ? texts.eventEdit : texts.eventForm}</summary>
      <ChangeForm
        action="/api/settings/event"
        words={changeFormWords(shown)}
        withdraw={setting ? texts.withdraw : undefined}
      >
        <TextField name="from" shown={shown} value={value?.from} hint={texts.monthHint} required />
        <SelectField
          name="scheme"
          shown={shown}
          value={value?.scheme ?? defaultScheme}
          options={Object.entries(schemes).map(([code, label]) => ({ value: code, label }))}
        />
        <SelectField
          name="visit_class"
          shown={shown}
          value={value?.visitClass ?? ""}
          options={[
            { value: "", label: texts.everyClass },
            ...visitClasses.map((id) => ({ value: id, label: classes[id] })),
          ]}
        />
        <TextField name="text" shown={shown} value={value?.text} required wide />
        <TextField name="document_number" shown={shown} value={value?.documentNumber} hint={texts.optional} />
        <Attribution shown={shown} seen={setting?.revision ?? 0} hidden={setting ? { key: setting.key } : {}} />
      </ChangeForm>
    </details>
  );
}
