import { routes } from "../../routes";

/** The page of a rubric, of one version of it where that is said; its form; its file. */
export const rubricHref = (id: string, region: string, version?: number): string =>
  `${routes.settings}/rubrics/${id}?${query(region, version)}`;
export const editRubricHref = (id: string, region: string, version: number): string =>
  `${routes.settings}/rubrics/${id}/edit?${query(region, version)}`;
export const rubricFileHref = (id: string, version: number): string => `/api/rubrics/${id}?version=${version}`;

const query = (region: string, version?: number) =>
  new URLSearchParams({ region, ...(version === undefined ? {} : { version: String(version) }) });
