import { formsOf } from "@/reports/performance/index";
import { exportPath, formPath } from "../places";
import type { AssessmentShown } from "../shown";

/** The office's forms: to be looked at and printed, and as workbooks. */
export function Exports({ shown: { view, words } }: { shown: AssessmentShown }) {
  const { performancePages: texts, tables } = words;
  const { id } = view.assessment;
  const forms = formsOf(view);
  if (forms.length === 0) return null;
  return (
    <p className="exports form-exports screen-only">
      {texts.forms}
      {forms.map((form) => (
        <span key={form}>
          <a className="link" href={formPath(id, form)}>
            {texts.exported[form]}
          </a>{" "}
          <a className="link" href={exportPath(id, form)} download>
            {tables.exportXlsx}
          </a>
        </span>
      ))}
    </p>
  );
}
