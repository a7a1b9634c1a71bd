import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { Messages } from "@/messages/index";
import { moment } from "../data/moment";

/** One line of 变更记录. */
export interface Change {
  /** 2018-07-05 09:00:00+08 */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  /** What was changed, as somebody named it. */
  readonly name?: string;
  readonly why: string;
  /** A page that says more. */
  readonly href?: string;
}

/** Changes of several kinds in one order, newest first. */
export const inOrder = (...changes: readonly (readonly Change[])[]): Change[] =>
  changes.flat().sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : 0));

/** 变更记录: everything that was ever changed in a section, newest first. */
export function ChangesTable({ words, changes }: { words: Messages; changes: readonly Change[] }) {
  const { settingsPages: texts, shell } = words;
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history" className="heading">
        {texts.history}
      </h2>
      {changes.length === 0 ? (
        <p className="text-quiet">{texts.noHistory}</p>
      ) : (
        <ScrollTable label={texts.history} heads={[texts.when, texts.who, texts.what, texts.why]}>
          {changes.map(({ when, who, name, what, why, href }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may be of one moment; their place is who they are.
            <tr key={place}>
              <th scope="row">{moment(when)}</th>
              <td>
                <Typed text={who} />
              </td>
              <td className="wrap">
                {name !== undefined && (
                  <>
                    <Typed text={name} />
                    {shell.separator}
                  </>
                )}
                {href ? (
                  <a className="link" href={href}>
                    {what}
                  </a>
                ) : (
                  what
                )}
              </td>
              <td className="wrap">
                <Typed text={why} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
