import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { FileReport } from "@/domain/load";
import type { Messages } from "@/messages/index";
import { count } from "@/messages/numbers";

/** The files of a load and what became of their rows. */
export function FilesTable({ files, words }: { files: readonly FileReport[]; words: Messages }) {
  const { dataPages: texts } = words;
  const profiles: Readonly<Record<string, string>> = texts.profiles;
  const columns = [texts.rowsRead, texts.accepted, texts.late, texts.held, texts.excluded];
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files" className="heading">
        {texts.filesTitle}
      </h2>
      <ScrollTable
        label={texts.filesTitle}
        heads={[texts.fileName, texts.kind, texts.profile, texts.encoding, ...numberHeads(columns)]}
      >
        {files.map((file) => (
          <tr key={file.file}>
            <th scope="row">
              <Typed text={file.file} />
            </th>
            <td>{file.kind ? texts.kinds[file.kind] : words.shell.noValue}</td>
            <td>{profiles[file.profile] ?? file.profile}</td>
            <td>{file.encoding.toUpperCase()}</td>
            {[file.rows_read, file.accepted, file.late, file.quarantined, file.excluded].map((rows, index) => (
              <td key={columns[index]} className="number">
                {count(String(rows))}
              </td>
            ))}
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}
