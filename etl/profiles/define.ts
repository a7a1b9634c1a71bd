import type { AmountUnit, DateOrder } from "@/domain/extractProfile";
import type { ExtractKind } from "@/domain/load";
import { type FieldName, fieldsOf } from "./fields";

/** One layout of one kind of extract: which headers carry which standard field. */
export interface Profile {
  /** `nhsa-warehouse`; unique within its kind. */
  readonly name: string;
  readonly kind: ExtractKind;
  /** Field to its headers, the usual one first: it is the one that messages name. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Groups of fields of which one must be there. */
  readonly oneOf: readonly (readonly string[])[];
  /** Headers, as compared, that a file of this layout never has: it is something else, unless somebody says so. */
  readonly neverWith: ReadonlySet<string>;
  /** Columns the layout is known to have and that are never read: they are left out without a warning. */
  readonly neverRead: readonly string[];
  /** Headers are compared whole and every one must be there: the layout was described from a file that has them. */
  readonly exact: boolean;
  /** Of a layout described as data, what tells two descriptions apart; else empty. */
  readonly fingerprint: string;
  /** Headers whose amounts are added to those of a field's own column. */
  readonly added: Readonly<Record<string, readonly string[]>>;
  /** Field to the text that stands for it in every row. */
  readonly constants: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, AmountUnit>>;
  readonly dates: Readonly<Record<string, DateOrder>>;
  /** Field to its codes in the file and the ones that the code maps know. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What a layout need not say. */
export const plainReading = {
  exact: false,
  fingerprint: "",
  neverRead: [],
  neverWith: new Set<string>(),
  oneOf: [],
  added: {},
  constants: {},
  units: {},
  dates: {},
  codes: {},
} as const satisfies Partial<Profile>;

export function defineProfile<Kind extends ExtractKind>(profile: {
  name: string;
  kind: Kind;
  headers: Partial<Record<FieldName<Kind>, readonly string[]>>;
  /** Fields that this layout must have beyond those every layout must have. */
  oneOf?: readonly (readonly FieldName<Kind>[])[];
  neverRead?: readonly string[];
  neverWith?: readonly string[];
}): Profile {
  const headers = profile.headers as Readonly<Record<string, readonly string[]>>;
  for (const [field, { required }] of Object.entries(fieldsOf(profile.kind))) {
    if (required && !headers[field]) throw new Error(`profile ${profile.name} maps no header to ${field}`);
  }
  return { ...plainReading, ...profile, headers, neverWith: new Set(profile.neverWith?.map(comparableHeader)) };
}

/** A header as compared: half-width, lower case, without blanks and quotes. */
export function comparableHeader(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/[\s'"\u200b-\u200f\ufeff]/g, "")
    .replaceAll("帐", "账")
    .toLowerCase();
}

/** Marks of forms around a name: *筹资项目, 1.应筹金额, （2）到位金额, 应筹金额：. */
const marks = /^(?:[*★※#]+|\(\d{1,2}\)|\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}[、.])|(?:[*★※:]|\(\d{1,2}\))+$/g;

/**
 * The spellings of a header to look for: whole, without the marks around it, without what stands in brackets or a unit
 * behind it, and those alone.
 */
export function headerSpellings(header: string): string[] {
  const whole = comparableHeader(header);
  const name = whole.replace(marks, "") || whole;
  const parts = /^(.+?)[([【〔](.+?)[)\]】〕]$/.exec(name) ?? /^(.+?)\/?([十百千万亿]{0,2}元)$/.exec(name);
  return [...new Set([whole, name, ...(parts?.slice(1) ?? [])])];
}
