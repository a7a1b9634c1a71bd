import { headersOf } from "@/domain/extractProfile";
import { codeChoices, describableFields } from "@/etl/index";
import type { Mapping } from "@/intake/index";
import type { Messages } from "@/messages/index";
import { meaningInWords } from "../../settings/codes/meanings";
import { fieldNamesOfForm } from "./readForm";

/** Fields that a file often does not say, because it is all of one region or scheme. */
const usual = ["insured_region", "scheme", "medical_type", "month", "year", "period"];

/** What is the same in every row: the required fields that no column carries, and what files often leave out. */
export function ConstantsSection({ mapping, words }: { mapping: Mapping; words: Messages }) {
  const { mappingPages: texts, fieldNames, schemes } = words;
  const { profile } = mapping.state;
  const fields = describableFields(profile.kind).filter(
    ({ field, form, required, constant }) =>
      constant &&
      form !== "amount" &&
      headersOf(profile, field).length === 0 &&
      (required || usual.includes(field) || profile.constants?.[field]),
  );
  if (fields.length === 0) return null;
  return (
    <section className="section" aria-labelledby="constants">
      <h2 id="constants" className="heading">
        {texts.constantsTitle}
        <span className="note">{texts.constantsNote}</span>
      </h2>
      <div className="change-form">
        {fields.map(({ field, required, map }) => {
          const name = fieldNamesOfForm.constant(field);
          const value = profile.constants?.[field] ?? "";
          const choices = map
            ? codeChoices(map, mapping.region).map(({ code, meaning }) => [
                code,
                meaningInWords(map, meaning, { words }),
              ])
            : field === "scheme"
              ? Object.entries(schemes)
              : null;
          return (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
            <label key={field}>
              <span>
                {fieldNames[field]}
                {required && <span className="note">{texts.required}</span>}
              </span>
              {choices ? (
                <select name={name} defaultValue={value}>
                  <option value="">{texts.none}</option>
                  {choices.map(([code, label]) => (
                    <option key={code} value={code}>
                      {label}
                    </option>
                  ))}
                </select>
              ) : (
                <input type="text" name={name} defaultValue={value} autoComplete="off" />
              )}
            </label>
          );
        })}
      </div>
    </section>
  );
}
