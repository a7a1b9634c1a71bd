import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { SavedProfile } from "@/etl/index";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { moment } from "../moment";
import { Attribution } from "./Attribution";

interface Props {
  readonly region: string;
  readonly saved: readonly SavedProfile[];
  readonly enteredBy: string;
  readonly words: Messages;
}

/** The layouts that a region has described: as files to hand on, and the way to take one in or remove it. */
export function SavedProfiles(props: Props) {
  const { region, saved, words } = props;
  const { mappingPages: texts, settingsPages, dataPages } = words;
  const heads = [texts.name, texts.kind, settingsPages.who, settingsPages.why, texts.export, texts.remove];
  return (
    <section className="section" aria-labelledby="saved">
      <h2 id="saved" className="heading">
        {texts.savedTitle}
        <span className="note">{texts.savedNote}</span>
      </h2>
      {saved.length === 0 ? (
        <p className="text-quiet">{texts.noSaved}</p>
      ) : (
        <ScrollTable label={texts.savedTitle} heads={heads}>
          {saved.map(({ value, enteredAt, enteredBy, reason }) => {
            const address = `/api/profiles/${encodeURIComponent(value.name)}`;
            return (
              <tr key={value.name}>
                <th scope="row">
                  <code lang="zh-CN">{value.name}</code>
                </th>
                <td>{dataPages.kinds[value.kind]}</td>
                <td>
                  <Typed text={fill(texts.savedBy, { by: enteredBy, when: moment(enteredAt) })} />
                </td>
                <td className="wrap">
                  <Typed text={reason} />
                </td>
                <td>
                  <a className="link" href={`${address}?region=${region}`} download>
                    {texts.export}
                  </a>
                </td>
                <td>
                  <details>
                    <summary className="link">{texts.remove}</summary>
                    <ChangeForm action={address} words={{ ...changeWords(words), save: texts.remove }}>
                      <Attribution {...props} required />
                    </ChangeForm>
                  </details>
                </td>
              </tr>
            );
          })}
        </ScrollTable>
      )}
      <details className="change screen-only">
        <summary>{texts.importTitle}</summary>
        <ChangeForm action="/api/profiles" words={{ ...changeWords(words), save: texts.importSave }}>
          <label>
            <span>{texts.importFile}</span>
            <input type="file" name="profile" accept=".json,application/json" required />
          </label>
          <Attribution {...props} required />
        </ChangeForm>
      </details>
    </section>
  );
}

const changeWords = ({ settingsPages: { save, working, unreachable } }: Messages) => ({ save, working, unreachable });
