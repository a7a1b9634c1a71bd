import type { Messages } from "@/messages/index";
import { routes } from "../routes";

/** The pages of 设置, in their order. */
export const sections = [
  "fund",
  "rules",
  "institutions",
  "registry",
  "codes",
  "rubrics",
] as const satisfies readonly (keyof Messages["settingsPages"]["sections"])[];
export type Section = (typeof sections)[number];

/** The page of a section for a region: where its links and forms lead. */
export const settingsHref = (section: Section, region: string, rest: Readonly<Record<string, string>> = {}) =>
  `${routes.settings}/${section}?${new URLSearchParams({ region, ...rest })}`;
