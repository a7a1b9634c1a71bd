export { fieldsOf, type MetricNames, type RubricFields, valueOfFields } from "./editing";
export type { RubricFault } from "./fault";
export { valueInUnit } from "./metricUnits";
export { checkRubric, readRubric, tryRubric } from "./readRubric";
export { nextVersion, rubricFor, rubricVersion, shippedRubrics, withShipped } from "./rubricFor";
export { writeRubric } from "./writeRubric";
