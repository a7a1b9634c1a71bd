import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import type { LoadReport } from "@/domain/load";
import { decimal } from "@/domain/money";
import type { Messages } from "@/messages/index";
import { count, yuan } from "@/messages/numbers";

/** Totals that came with the extract against what was read. */
export function ControlTable({
  control,
  words,
}: {
  control: LoadReport["reconciliation"]["control"];
  words: Messages;
}) {
  const { dataPages: texts } = words;
  const names: Readonly<Record<string, string>> = { ...texts.controlNames, ...texts.listControlNames };
  return (
    <section className="section" aria-labelledby="control">
      <h2 id="control" className="heading">
        {texts.controlTitle}
      </h2>
      {control === null ? (
        <p className="text-quiet">{texts.noControl}</p>
      ) : (
        <ScrollTable
          label={texts.controlTitle}
          heads={[texts.measure, ...numberHeads([texts.expected, texts.readAs]), texts.agrees]}
          className="narrow"
        >
          {Object.entries(control).map(([name, { expected, read, agrees }]) => (
            <tr key={name}>
              <th scope="row">{inWords(name, names)}</th>
              <td className="number">{writer(name)(expected, "table")}</td>
              <td className="number">{writer(name)(read, "table")}</td>
              <td className={agrees ? undefined : "worse"}>
                {!agrees ? texts.differs : decimal(expected).equals(read) ? texts.agreed : texts.agreedRounded}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}

/** Amounts have their cents, all else is counted. */
const writer = (name: string) => (name.endsWith("amount") ? yuan : count);

/** A total by its name; of several files, each total stands behind the name of its file. */
function inWords(name: string, names: Readonly<Record<string, string>>): string {
  const at = name.lastIndexOf(": ");
  return at < 0 ? (names[name] ?? name) : `${name.slice(0, at)} ${names[name.slice(at + 2)] ?? name.slice(at + 2)}`;
}
