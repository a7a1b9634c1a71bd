import { ChangeForm } from "@/components/ChangeForm";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
import { Attribution, type FormContext, SelectField, TextField } from "../settings/Fields";
import { changeFormWords } from "../settings/words";

/** 新建绩效自评: a year, a rubric in force in it, and what the form prints at its head. */
export function CreateForm(props: {
  form: FormContext;
  scheme: string;
  years: readonly number[];
  rubrics: readonly Rubric[];
  open: boolean;
}) {
  const { form, scheme, years, rubrics, open } = props;
  const { performancePages: texts } = form.words;
  return (
    <details className="change screen-only" open={open}>
      <summary>{texts.create}</summary>
      <p className="note">{texts.createHelp}</p>
      <ChangeForm action="/api/assessments" words={{ ...changeFormWords(form), save: texts.create }}>
        <SelectField
          name="assessment_year"
          shown={form}
          options={years.map((year) => ({ value: String(year), label: fill(texts.year, { year }) }))}
        />
        <SelectField
          name="rubric"
          wide
          shown={form}
          options={rubrics.map(({ id, title, years: { from, to } }) => ({
            value: id,
            typed: true,
            label: fill(to === null ? texts.rubricYears : texts.rubricClosed, { title, from, to: to ?? "" }),
          }))}
        />
        <TextField name="project" shown={form} required wide />
        <TextField name="department" shown={form} />
        <TextField name="unit" shown={form} />
        <Attribution shown={form} seen={0} hidden={{ scheme }} reason={texts.entryReason} />
      </ChangeForm>
    </details>
  );
}
