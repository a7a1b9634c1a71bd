import type { ExtractKind } from "@/domain/load";
import type { CodeMap } from "@/domain/localCodes";
import { mapOfField } from "../codes/codeChoices";
import { fieldsOf, isDated, isTokenised } from "../profiles/fields";
import { codedTypes } from "./readProfile";

/** What may be said of a field in a description. */
export interface DescribableField {
  readonly field: string;
  readonly required: boolean;
  /** An amount has a unit and may be a sum; a date may be written the other way round. */
  readonly form: "amount" | "date" | "code" | "other";
  /** The map that knows its codes. */
  readonly map: CodeMap | null;
  /** It may be the same in every row. */
  readonly constant: boolean;
}

/** The fields of a kind, in their usual order. */
export function describableFields(kind: ExtractKind): DescribableField[] {
  return Object.entries(fieldsOf(kind)).map(([field, { type, required = false }]) => ({
    field,
    required,
    form: type === "money" ? "amount" : isDated(type) ? "date" : codedTypes.includes(type) ? "code" : "other",
    map: mapOfField[field] ?? null,
    constant: !isTokenised(type),
  }));
}
