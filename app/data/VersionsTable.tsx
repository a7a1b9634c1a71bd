import { ActionButton } from "@/components/ActionButton";
import { ScrollTable } from "@/components/ScrollTable";
import type { VersionRow } from "@/db/queries/listVersions";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { actionWords } from "./actionWords";
import { moment } from "./moment";

/** Published versions, newest first; the current one is marked, the others can be looked at and restored. */
export function VersionsTable({ versions, words }: { versions: readonly VersionRow[]; words: Messages }) {
  const { dataPages: texts } = words;
  return (
    <ScrollTable
      label={texts.versionsTitle}
      heads={[
        { name: texts.version, number: true },
        texts.publishedAt,
        texts.origin,
        { name: texts.loadsInForce, number: true },
        texts.contentHash,
        { name: texts.open, silent: true },
      ]}
    >
      {versions.map((version) => (
        <tr key={version.version}>
          <th scope="row" className="number">
            {version.version}
          </th>
          <td>{moment(version.publishedAt)}</td>
          <td>
            <Origin version={version} words={words} />
          </td>
          <td className="number">{version.loadIds.length}</td>
          <td>
            <code title={version.contentHash}>{version.contentHash.slice(0, 12)}</code>
          </td>
          <td>
            <div className="row-actions">
              {version.current ? (
                <span className="badge">{texts.current}</span>
              ) : (
                <>
                  <a className="link" href={`/?as_of=${version.version}`}>
                    {texts.asOf}
                  </a>
                  <ActionButton
                    action={`/api/versions/${version.version}/restore`}
                    words={actionWords(words, texts.restore, fill(texts.restoreConfirm, { version: version.version }))}
                  />
                </>
              )}
            </div>
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Origin({ version, words }: { version: VersionRow; words: Messages }) {
  const { dataPages: texts } = words;
  if (version.loadId) {
    return (
      <a className="link" href={`/data/loads/${encodeURIComponent(version.loadId)}`}>
        {texts.originLoad}
      </a>
    );
  }
  if (version.rederivedRegion !== null) return texts.originRederived;
  return version.restoredFrom === null
    ? texts.originOther
    : fill(texts.originRestore, { version: version.restoredFrom });
}
