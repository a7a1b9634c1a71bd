import { Fragment } from "react";
import { groupBy } from "@/domain/groupBy";
import { codeMaps } from "@/domain/localCodes";
import { shippedCodes } from "@/etl/index";
import { fill } from "@/messages/fill";
import type { SettingsShown } from "../shown";
import { meaningInWords } from "./meanings";

/** The maps that come with the program: for each meaning the codes and names that lead to it. */
export function ShippedCodes({ shown }: { shown: SettingsShown }) {
  const { settingsPages: texts } = shown.words;
  const codes = shippedCodes(shown.region.code);
  return (
    <section className="section" aria-labelledby="shipped">
      <h2 id="shipped" className="heading">
        {texts.codesShippedTitle}
      </h2>
      <p className="note">{texts.codesShippedNote}</p>
      {codeMaps.map((map) => {
        const own = codes.filter((code) => code.map === map);
        return (
          <details key={map} className="change">
            <summary>
              {texts.codeMaps[map]} · {fill(texts.codeAll, { count: own.length })}
            </summary>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{texts.fields.meaning}</th>
                  <th scope="col">{texts.fields.code}</th>
                </tr>
              </thead>
              <tbody>
                {[...groupBy(own, ({ meaning }) => meaning)].map(([meaning, group]) => (
                  <tr key={meaning}>
                    <th scope="row">{meaningInWords(map, meaning, shown)}</th>
                    <td className="wrap">
                      {group.map(({ code, province }, index) => (
                        <Fragment key={`${code} ${province}`}>
                          {index > 0 && shown.words.shell.and}
                          <code>{code}</code>
                          {province && `（${texts.province}）`}
                        </Fragment>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
    </section>
  );
}
