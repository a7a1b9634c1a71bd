import { z } from "zod";
import { BrokenDocument, readDocument } from "@/domain/document";
import { PlainError } from "@/domain/errors";
import { amountUnits, dateOrders, type ExtractProfile, headersOf } from "@/domain/extractProfile";
import { type ExtractKind, extractKinds } from "@/domain/load";
import { type FieldType, fieldsOf, isDated, isTokenised } from "../profiles/fields";
import { profiles } from "../profiles/index";
import { isPersonalHeader } from "./personalHeaders";

/** A fault of a description: its code, the field it is about where there is one, and its place in the document. */
export interface ProfileFault {
  /** F-1xx: words in messages/zh-CN/profile.ts. */
  readonly code: string;
  /** `columns/total_fee`; empty for the whole. */
  readonly path: string;
  readonly details: Readonly<Record<string, string | number>>;
}

const longest = 200;
const text = z.string().trim().min(1).max(longest);
const byField = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value).optional();

/** What a description may be called. */
export const profileName = /^[\p{L}\p{N}][\p{L}\p{N} _.·（）()-]{0,59}$/u;

const shape = z.strictObject({
  format: z.literal(1),
  name: z.string().regex(profileName),
  kind: z.enum(extractKinds),
  columns: z.record(z.string(), z.union([text, z.array(text).min(1).max(20)])),
  constants: byField(text),
  units: byField(z.enum(amountUnits)),
  dates: byField(z.enum(dateOrders)),
  codes: byField(z.record(text, text)),
});

/** Fields that take codes, and those whose dates may be turned around. */
export const codedTypes: readonly FieldType[] = [
  "code",
  "region",
  "scheme",
  "text",
  "identity",
  "flag",
  "validity",
  "refund",
];

/**
 * The description that a text holds. Throws PlainError F-101 (neither JSON nor YAML) or F-102 (a wrong value) with the line, or the
 * first of `faultsOf` with its line.
 */
export function readProfile(written: string): ExtractProfile {
  const { value, lineOf } = parse(written);
  const read = shape.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const unknown = issue!.code === "unrecognized_keys" ? issue!.keys[0]! : null;
    const path = [...issue!.path, ...(unknown === null ? [] : [unknown])].map(String).join("/");
    throw new PlainError("F-102", { line: lineOf(path), place: path || "{}" });
  }
  const profile: ExtractProfile = read.data;
  const [fault] = faultsOf(profile);
  if (fault) throw new PlainError(fault.code, { ...fault.details, line: lineOf(fault.path) });
  return profile;
}

function parse(written: string) {
  try {
    return readDocument(written, "typed");
  } catch (error) {
    if (error instanceof BrokenDocument) throw new PlainError("F-101", { line: error.line });
    throw error;
  }
}

/** What is wrong with a description of the right shape, in the order of its parts; none for one that can be used. */
export function faultsOf(profile: ExtractProfile): ProfileFault[] {
  return [...misplaced(profile), ...unreadable(profile), ...missingFields(profile)];
}

/** The required fields of which a description says nothing; of fields of which one must be there, all. */
export function missingFields(profile: ExtractProfile): ProfileFault[] {
  const isSaid = (field: string) => headersOf(profile, field).length > 0 || profile.constants?.[field] !== undefined;
  const required = Object.entries(fieldsOf(profile.kind)).flatMap(([field, { required: needed }]) =>
    needed && !isSaid(field) ? [[field]] : [],
  );
  const groups = choicesOf(profile.kind).filter((group) => !group.some(isSaid));
  return [...required, ...groups].map((fields) => ({
    code: "F-106",
    path: "columns",
    details: { field: fields.join("/") },
  }));
}

/** Groups of fields of which every layout of a kind needs one. */
function choicesOf(kind: ExtractKind): readonly (readonly string[])[] {
  return profiles.find((profile) => profile.kind === kind)!.oneOf;
}

/** Fields that the kind does not have, or that cannot be given in such a way. */
function misplaced(profile: ExtractProfile): ProfileFault[] {
  const fields = fieldsOf(profile.kind);
  const allowed: Record<string, (type: FieldType) => boolean> = {
    columns: () => true,
    constants: (type) => !isTokenised(type),
    units: (type) => type === "money",
    dates: (type) => isDated(type),
    codes: (type) => codedTypes.includes(type),
  };
  return Object.entries(allowed).flatMap(([part, allows]) =>
    Object.keys(profile[part as "columns"] ?? {}).flatMap((field): ProfileFault[] => {
      const path = `${part}/${field}`;
      const type = fields[field]?.type;
      if (!type) return [{ code: "F-103", path, details: { field, kind: profile.kind } }];
      return allows(type) ? [] : [{ code: "F-104", path, details: { field, part } }];
    }),
  );
}

/** Columns that may not be read, or not so; names that are taken. */
function unreadable(profile: ExtractProfile): ProfileFault[] {
  const fields = fieldsOf(profile.kind);
  const taken = profiles.some(({ name }) => name === profile.name);
  return [
    ...(taken ? [{ code: "F-105", path: "name", details: { name: profile.name } }] : []),
    ...Object.keys(profile.columns).flatMap((field): ProfileFault[] => {
      const path = `columns/${field}`;
      const headers = headersOf(profile, field);
      const type = fields[field]?.type;
      if (!type) return [];
      const personal = isTokenised(type) ? undefined : headers.find(isPersonalHeader);
      if (personal !== undefined) return [{ code: "F-107", path, details: { header: personal, field } }];
      if (headers.length > 1 && type !== "money") return [{ code: "F-108", path, details: { field } }];
      if (profile.constants?.[field] !== undefined) return [{ code: "F-109", path, details: { field } }];
      return [];
    }),
  ];
}
