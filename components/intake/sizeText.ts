import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";

/** 487 MB; kilobytes at least. */
export function sizeText(bytes: number, { bytes: units }: Messages["intake"]): string {
  const kilo = bytes / 1024;
  if (kilo < 1024) return fill(units.kilo, { size: Math.ceil(kilo) });
  const mega = kilo / 1024;
  return mega < 1024
    ? fill(units.mega, { size: mega.toFixed(1) })
    : fill(units.giga, { size: (mega / 1024).toFixed(2) });
}
