import { Decimal } from "@/domain/money";
import type { ProjectionInput } from "@/domain/projection/input";
import { project } from "@/domain/projection/project";
import type { PointProjection } from "@/domain/projection/projection";
import { randomNumbers } from "@/tests/setup/random";

export const amounts = (...values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : new Decimal(value)));

export const repeated = (value: number, count = 12) => Array.from({ length: count }, () => new Decimal(value));

/** A projection that has to name a point. */
export function point(input: ProjectionInput): PointProjection {
  const projection = project(input);
  if (projection.kind === "none") throw new Error(projection.reason);
  return projection;
}

/** Random cents with seasons, growth and some zeros: three prior years and a year under way. */
export function randomInput(
  seed: number,
): Omit<ProjectionInput, "thisYear"> & { readonly thisYear: readonly Decimal[] } {
  const random = randomNumbers(seed);
  const season = Array.from({ length: 12 }, () => 0.6 + random());
  const size = 10 ** (2 + 6 * random());
  const growth = 0.8 + 0.5 * random();
  const month = (year: number, index: number) =>
    random() < 0.02
      ? new Decimal(0)
      : new Decimal((size * growth ** year * season[index]! * (0.7 + 0.6 * random())).toFixed(2));
  const whole = (year: number) => Array.from({ length: 12 }, (_, index) => month(year, index));
  const prior = 1 + Math.floor(3 * random());
  const known = 1 + Math.floor(12 * random());
  return {
    year: 2018,
    history: Array.from({ length: prior }, (_, back) => ({ year: 2017 - back, months: whole(3 - back) })),
    thisYear: whole(4).slice(0, known),
  };
}
