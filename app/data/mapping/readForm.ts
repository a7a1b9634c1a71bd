import type { AmountUnit, DateOrder, ExtractProfile } from "@/domain/extractProfile";
import { amountUnits, dateOrders } from "@/domain/extractProfile";
import { describableFields } from "@/etl/index";
import type { Mapping } from "@/intake/index";

/** Names of the form's fields: written by the page, read here. */
export const fieldNamesOfForm = {
  column: (at: number) => `column.${at}`,
  also: (at: number) => `also.${at}`,
  unit: (field: string) => `unit.${field}`,
  date: (field: string) => `date.${field}`,
  constant: (field: string) => `constant.${field}`,
  code: (field: string, code: string) => `code.${field}.${code}`,
} as const;

/**
 * The description that the form says, on the file as it was shown. What the form does not ask at the moment (codes, while
 * no row can be tried) stays as it was.
 */
export function readForm(fields: Readonly<Record<string, string>>, { state }: Mapping): ExtractProfile {
  const { column, also, unit, date, constant } = fieldNamesOfForm;
  const { kind } = state.profile;
  const known = describableFields(kind);
  const chosen = (field: string) =>
    state.columns.flatMap(({ suggestion: { header } }, at) =>
      [column(at), also(at)].some((name) => fields[name] === field) ? [header] : [],
    );
  const columns = known.flatMap(({ field }) => {
    const headers = chosen(field);
    return headers.length === 0 ? [] : [[field, headers.length === 1 ? headers[0]! : headers] as const];
  });
  const given = <Value extends string>(name: (field: string) => string, values: readonly Value[]) =>
    known.flatMap(({ field }) => {
      const value = values.find((each) => each === fields[name(field)]);
      return value === undefined ? [] : [[field, value] as const];
    });
  const constants = known.flatMap(({ field }) => {
    const text = fields[constant(field)]?.trim().slice(0, 200);
    return text ? [[field, text] as const] : [];
  });
  const isRead = (field: string) => columns.some(([each]) => each === field);
  return {
    ...{ format: 1, name: fields.name?.trim() ?? state.profile.name, kind },
    columns: Object.fromEntries(columns),
    constants: Object.fromEntries(constants),
    units: Object.fromEntries(given<AmountUnit>(unit, amountUnits).filter(([field]) => isRead(field))),
    dates: Object.fromEntries(given<DateOrder>(date, dateOrders).filter(([field]) => isRead(field))),
    codes: Object.fromEntries(
      known
        .flatMap(({ field }) => (isRead(field) ? [[field, codesOf(field, fields, state)]] : []))
        .filter(([, codes]) => codes),
    ),
  };
}

function codesOf(field: string, fields: Readonly<Record<string, string>>, { profile }: Mapping["state"]) {
  const prefix = fieldNamesOfForm.code(field, "");
  const asked = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  const before = profile.codes?.[field] ?? {};
  const now = asked.filter(([, code]) => code !== "").map(([name, code]) => [name.slice(prefix.length), code]);
  const codes = asked.length === 0 ? before : Object.fromEntries(now);
  return Object.keys(codes).length > 0 ? (codes as Record<string, string>) : null;
}
