import { longestPrefix } from "@/etl/sql/codeLookup";

/** The visit class of every medical type that occurs in `affected_months`. */
export const createVisitClasses = `
create or replace temp table visit_classes as
${longestPrefix(
  `select distinct medical_type as code
   from settlements_rows
   where counts and month in (select month from affected_months) and medical_type is not null`,
  "code_medical_types",
  ["visit_class", "special_disease"],
)}`;

/** The status of every hardship identity written on a settlement of `affected_months`. */
export const createRowStatuses = `
create or replace temp table row_statuses as
${longestPrefix(
  `select distinct status_code as code
   from settlements_rows
   where counts and month in (select month from affected_months) and status_code is not null`,
  "code_hardship_identities",
  ["hardship_status"],
)}`;
