import type { FormName } from "@/reports/performance/index";
import { routes } from "../routes";

/** Pages of 绩效 by their addresses. */
export const voucherPath = `${routes.performance}/vouchers`;
export const assessmentPath = (id: string) => `${routes.performance}/${id}`;
export const monitoringPath = (id: string) => `${assessmentPath(id)}/monitoring`;
export const indicatorPath = (id: string, code: string) => `${assessmentPath(id)}/indicators/${code}`;
export const formPath = (id: string, form: FormName) => `${assessmentPath(id)}/forms/${form}`;
/** The same form as a workbook. */
export const exportPath = (id: string, form: FormName) => `/export/assessments/${id}/${form}.xlsx`;

/** Where the forms of an assessment are posted, and its files fetched. */
export const assessmentAction = (id: string, ...rest: readonly string[]) => ["/api/assessments", id, ...rest].join("/");
