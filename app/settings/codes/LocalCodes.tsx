import { ChangeForm } from "@/components/ChangeForm";
import { ScrollTable } from "@/components/ScrollTable";
import { type CodeMap, codeMaps } from "@/domain/localCodes";
import type { Setting } from "@/domain/settings";
import type { SearchParams } from "../../scope";
import { Attribution, SelectField, TextField } from "../Fields";
import { settingsHref } from "../sections";
import type { SettingsShown } from "../shown";
import { changeFormWords } from "../words";
import { meaningInWords, meaningOptions } from "./meanings";

/** The bureau's own codes, and a form a map to enter or change one. */
export function LocalCodes(props: {
  shown: SettingsShown;
  codes: readonly Setting<"local_code">[];
  asked: SearchParams;
}) {
  const { shown, codes, asked } = props;
  const { settingsPages: texts } = shown.words;
  const askedMap = codeMaps.find((map) => map === asked.map) ?? null;
  const askedCode = typeof asked.code === "string" ? asked.code : "";
  return (
    <section className="section" aria-labelledby="local">
      <h2 id="local" className="heading">
        {texts.codesLocalTitle}
        <span className="note">{texts.codesLocalNote}</span>
      </h2>
      {codes.length === 0 ? (
        <p className="text-quiet">{texts.codesNoLocal}</p>
      ) : (
        <ScrollTable
          label={texts.codesLocalTitle}
          heads={[texts.fields.map!, texts.fields.code!, texts.fields.meaning!, texts.edit]}
          className="narrow"
        >
          {codes.map(({ key, value: { map, code, meaning } }) => (
            <tr key={key}>
              <td>{texts.codeMaps[map]}</td>
              <th scope="row">
                <code>{code}</code>
              </th>
              <td>{meaningInWords(map, meaning, shown)}</td>
              <td>
                <a className="link" href={`${settingsHref("codes", shown.region.code, { map, code })}#local`}>
                  {texts.edit}
                </a>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {codeMaps.map((map) => (
        <CodeForm key={map} shown={shown} map={map} code={map === askedMap ? askedCode : ""} codes={codes} />
      ))}
    </section>
  );
}

function CodeForm(props: {
  shown: SettingsShown;
  map: CodeMap;
  code: string;
  codes: readonly Setting<"local_code">[];
}) {
  const { shown, map, code, codes } = props;
  const { settingsPages: texts } = shown.words;
  const key = `${map}/${code}`;
  const inForce = codes.find((setting) => setting.key === key);
  // A withdrawn code has a past: whoever enters it again has seen its last revision.
  const [last] = shown.changes.filter((change) => change.kind === "local_code" && change.key === key);
  return (
    <details className="change screen-only" open={code !== ""}>
      <summary>
        {inForce ? texts.codesEdit : texts.codesForm} · {texts.codeMaps[map]}
      </summary>
      <ChangeForm
        action="/api/settings/code"
        words={changeFormWords(shown)}
        withdraw={inForce ? texts.withdraw : undefined}
      >
        <TextField name="code" shown={shown} value={code} hint={texts.codesPrefixHint} required />
        <SelectField name="meaning" shown={shown} value={inForce?.value.meaning} options={meaningOptions(map, shown)} />
        <Attribution shown={shown} seen={last?.revision ?? 0} hidden={{ map }} />
      </ChangeForm>
    </details>
  );
}
