import { PlainError } from "@/domain/errors";
import { fieldsOf } from "../profiles/fields";
import type { Mapping } from "./map";
import { unitOfNote } from "./statedUnit";

/** Throws L-222 where cells outside the header name another unit than that in which its columns were read: 元 where none. */
export function requireSameUnit({ profile, columns }: Pick<Mapping, "profile" | "columns">, cells: readonly string[]) {
  const stated = unitOfNote(cells);
  if (!stated) return;
  const fields = fieldsOf(profile.kind);
  const isOther = [...columns].some(([field, { unit }]) => {
    const { type } = fields[field]!;
    if (type === "money") return stated.amount !== null && (unit ?? "yuan") !== stated.amount;
    return type === "whole" && stated.countsMany;
  });
  if (isOther) throw new PlainError("L-222", { unit: stated.text });
}
