import { longestPrefix } from "@/etl/sql/codeLookup";

/** The visit class of every medical type that occurs in `counting_rows`. */
export const createVisitClasses = `
create or replace temp table visit_classes as
${longestPrefix(
  "select distinct medical_type as code from counting_rows where medical_type is not null",
  "code_medical_types",
  ["visit_class", "special_disease"],
)}`;

/** The status of every hardship identity written on one of `counting_rows`. */
export const createRowStatuses = `
create or replace temp table row_statuses as
${longestPrefix(
  "select distinct status_code as code from counting_rows where status_code is not null",
  "code_hardship_identities",
  ["hardship_status"],
)}`;
