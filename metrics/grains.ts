import { type Dimension, dimensions } from "@/domain/dimensions";

/** A cut: some dimensions, in the order of domain/dimensions. The empty grain is the whole region. */
export type Grain = readonly Dimension[];

/**
 * Every cut of settlements that pages show and that is therefore totalled at publication. By month is served by the
 * totals of single months, by institution by those of tier and institution; anything else goes to the rows.
 */
export const storedGrains: readonly Grain[] = [
  [],
  ["tier"],
  ["visit_class"],
  ["hardship_status"],
  ["tier", "visit_class"],
  ["tier", "hardship_status"],
  ["visit_class", "hardship_status"],
  ["tier", "visit_class", "hardship_status"],
  ["tier", "institution"],
  ["tier", "visit_class", "institution"],
  ["region"],
  ["visit_class", "region"],
];

/** Puts dimensions in their one order, each once. */
export function grainOf(parts: Iterable<Dimension>): Grain {
  const wanted = new Set(parts);
  return dimensions.filter((dimension) => wanted.has(dimension));
}

/** `tier,visit_class`; empty for the whole. */
export function grainId(grain: Grain): string {
  return grain.join(",");
}

const storedIds = new Set(storedGrains.map(grainId));

/** The stored grain whose cells make up those of a grain; null when there is none. An institution has a tier, mostly one. */
export function storedGrainFor(grain: Grain): Grain | null {
  if (storedIds.has(grainId(grain))) return grain;
  const withTier = grainOf([...grain, "tier"]);
  return grain.includes("institution") && storedIds.has(grainId(withTier)) ? withTier : null;
}
