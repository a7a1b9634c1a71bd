import { ScrollTable } from "@/components/ScrollTable";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import type { UnknownCode } from "./listUnknownCodes";

/** Codes of the data in force that count as unclassified, each with the way to say what it is. */
export function UnknownCodes({ shown, codes }: { shown: SettingsShown; codes: readonly UnknownCode[] }) {
  const { settingsPages: texts } = shown.words;
  return (
    <section className="section" aria-labelledby="unknown">
      <h2 id="unknown" className="heading">
        {texts.codesUnknownTitle}
        <span className="note">{texts.codesUnknownNote}</span>
      </h2>
      {codes.length === 0 ? (
        <p className="text-quiet">{texts.codesNoUnknown}</p>
      ) : (
        <ScrollTable
          label={texts.codesUnknownTitle}
          heads={[texts.fields.map!, texts.fields.code!, texts.codeSeen, texts.edit]}
          className="narrow"
        >
          {codes.map(({ map, code, file, loadId }) => (
            <tr key={`${map} ${code}`}>
              <td>{texts.codeMaps[map]}</td>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>
                <a className="link" href={`/data/loads/${encodeURIComponent(loadId)}`}>
                  {file}
                </a>
              </td>
              <td>
                <a className="link" href={`${settingsHref("codes", shown.region.code, { map, code })}#local`}>
                  {texts.codesForm}
                </a>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
