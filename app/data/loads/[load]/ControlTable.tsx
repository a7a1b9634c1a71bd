import type { LoadReport } from "@/domain/load";
import type { Messages } from "@/messages/index";
import { exactly } from "@/messages/numbers";

/** Totals that came with the extract against what was read. */
export function ControlTable({
  control,
  words,
}: {
  control: LoadReport["reconciliation"]["control"];
  words: Messages;
}) {
  const { dataPages: texts } = words;
  const names: Readonly<Record<string, string>> = texts.controlNames;
  return (
    <section className="section" aria-labelledby="control">
      <h2 id="control" className="heading">
        {texts.controlTitle}
      </h2>
      {control === null ? (
        <p className="text-quiet">{texts.noControl}</p>
      ) : (
        <div className="table-scroll">
          <table className="table narrow">
            <thead>
              <tr>
                <th scope="col">{texts.measure}</th>
                <th scope="col" className="number">
                  {texts.expected}
                </th>
                <th scope="col" className="number">
                  {texts.readAs}
                </th>
                <th scope="col">{texts.agrees}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(control).map(([name, { expected, read, agrees }]) => (
                <tr key={name}>
                  <th scope="row">{names[name] ?? name}</th>
                  <td className="number">{exactly(expected)}</td>
                  <td className="number">{exactly(read)}</td>
                  <td className={agrees ? undefined : "worse"}>{agrees ? texts.agreed : texts.differs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
