import { cases } from "./cases";
import { causes } from "./causes";
import type { TableDefinition, TableId } from "./define";
import { expenditure } from "./expenditure";
import { funding } from "./funding";
import { hardship } from "./hardship";
import { hardshipGrowth } from "./hardshipGrowth";
import { influence } from "./influence";
import { institutions } from "./institutions";
import { medicalAid } from "./medicalAid";
import { monthly } from "./monthly";
import { perCase } from "./perCase";
import { persons } from "./persons";
import { projectionBridge } from "./projectionBridge";
import { projectionMethods } from "./projectionMethods";
import { projectionParts } from "./projectionParts";
import { projectionPath } from "./projectionPath";
import { projectionRecord } from "./projectionRecord";
import { projectionScenarios } from "./projectionScenarios";
import { tierCauses } from "./tierCauses";
import { voucherDays } from "./voucherDays";
import { voucherInstitutions } from "./voucherInstitutions";
import { voucherRegions } from "./voucherRegions";

/** Every table of the office, by id. */
export const tables: Partial<Record<TableId, TableDefinition>> = {
  funding,
  cases,
  persons,
  expenditure,
  monthly,
  causes,
  tier_causes: tierCauses,
  per_case: perCase,
  influence,
  hardship,
  hardship_growth: hardshipGrowth,
  medical_aid: medicalAid,
  institutions,
  projection_methods: projectionMethods,
  projection_parts: projectionParts,
  projection_bridge: projectionBridge,
  projection_path: projectionPath,
  projection_record: projectionRecord,
  projection_scenarios: projectionScenarios,
  voucher_regions: voucherRegions,
  voucher_institutions: voucherInstitutions,
  voucher_days: voucherDays,
};
