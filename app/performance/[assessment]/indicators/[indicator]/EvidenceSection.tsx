import type { IndicatorView } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { EvidenceForm } from "@/components/EvidenceForm";
import { sizeText } from "@/components/intake/sizeText";
import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { evidenceKinds, largestEvidenceBytes } from "@/domain/evidenceKinds";
import { fill } from "@/messages/fill";
import { moment } from "../../../../data/moment";
import { Attribution } from "../../../../settings/Fields";
import { changeFormWords } from "../../../../settings/words";
import { assessmentAction } from "../../../places";
import type { AssessmentShown } from "../../../shown";

/** 佐证材料: each file with its SHA-256, size, who and when; to be fetched, removed, added. */
export function EvidenceSection({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts } = words;
  const { id, revision } = view.assessment;
  const { indicator, evidence } = row;
  const action = assessmentAction(id, "indicators", indicator.code, "evidence");
  return (
    <section className="section" aria-labelledby="evidence">
      <h2 id="evidence" className="heading">
        {texts.evidence}
        {indicator.evidenceRequired && <span className="note">{texts.evidenceRequired}</span>}
      </h2>
      {evidence.length === 0 ? (
        <p className="text-quiet">{texts.evidenceNone}</p>
      ) : (
        <ScrollTable
          label={texts.evidence}
          heads={[texts.evidenceFile, texts.evidenceHash, { name: texts.evidenceSize, number: true }, texts.evidenceBy]}
          className="narrow"
        >
          {evidence.map(({ sha256, fileName, bytes, uploadedAt, uploadedBy }) => (
            <tr key={sha256}>
              <th scope="row">
                <a className="link" href={assessmentAction(id, "evidence", sha256)} download={fileName}>
                  <Typed text={fileName} />
                </a>
              </th>
              <td>
                <code title={sha256}>{sha256.slice(0, 12)}</code>
              </td>
              <td className="number">{sizeText(bytes, words.intake)}</td>
              <td>
                <Typed text={uploadedBy} /> {moment(uploadedAt)}
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {!locked && (
        <>
          <details className="change screen-only" open={row.missing.includes("evidence_missing")}>
            <summary>{texts.evidenceAdd}</summary>
            <EvidenceForm
              action={action}
              words={{
                save: texts.evidenceAdd,
                sending: texts.evidenceSending,
                file: texts.evidenceFile,
                kinds: fill(texts.evidenceKinds, { most: largestEvidenceBytes / 1024 / 1024 }),
                unreachable: words.settingsPages.unreachable,
              }}
              kinds={Object.keys(evidenceKinds)}
            >
              <Attribution shown={form} seen={revision} reason={texts.evidence} />
            </EvidenceForm>
          </details>
          {evidence.map(({ sha256, fileName }) => (
            <details key={sha256} className="change screen-only">
              <summary>
                {texts.evidenceRemove} <Typed text={fileName} />
              </summary>
              <ChangeForm action={`${action}/remove`} words={{ ...changeFormWords(form), save: texts.evidenceRemove }}>
                <Attribution shown={form} seen={revision} hidden={{ sha256 }} />
              </ChangeForm>
            </details>
          ))}
        </>
      )}
    </section>
  );
}
