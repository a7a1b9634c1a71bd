import { fill } from "@/messages/fill";
import { IndicatorFields, type IndicatorWords } from "./IndicatorFields";
import { MoreIndicators } from "./MoreIndicators";

export interface SectionWords extends IndicatorWords {
  readonly sectionTitle: string;
  readonly addIndicator: string;
}

/** The fields of one section and of its indicators, each with its values; empty for a section that is new. */
export function SectionFields(props: {
  number: number;
  values: Readonly<Record<string, string>>;
  indicators: readonly Readonly<Record<string, string>>[];
  hasMarks: boolean;
  words: SectionWords;
}) {
  const { number, values, indicators, hasMarks, words } = props;
  const prefix = `sections.${number}`;
  const title = fill(words.sectionTitle, { number: number + 1 });
  return (
    <fieldset className="section-fields">
      <legend>{title}</legend>
      <div className="indicator-fields">
        <label className="name">
          <span>{words.fields.section}</span>
          <input type="text" name={`${prefix}.name`} defaultValue={values.name ?? ""} autoComplete="off" />
        </label>
        {hasMarks && (
          <>
            <label className="marks">
              <span>{words.fields.marks}</span>
              <input type="text" name={`${prefix}.marks`} defaultValue={values.marks ?? ""} autoComplete="off" />
            </label>
            <label className="flag">
              <input type="checkbox" name={`${prefix}.bonus`} value="true" defaultChecked={values.bonus === "true"} />
              <span>{words.fields.bonus}</span>
            </label>
          </>
        )}
      </div>
      {indicators.map((indicator, index) => (
        <IndicatorFields
          key={indicator.code ?? index}
          prefix={`${prefix}.indicators.${index}`}
          values={indicator}
          hasMarks={hasMarks}
          words={words}
        />
      ))}
      <MoreIndicators
        prefix={`${prefix}.indicators`}
        from={indicators.length}
        hasMarks={hasMarks}
        add={words.addIndicator}
        words={words}
      />
    </fieldset>
  );
}
