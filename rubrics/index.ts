export { unitsOfMetric, valueInUnit } from "./metricUnits";
export { readRubric, tryRubric } from "./readRubric";
export { nextVersion, rubricFor, rubricVersion, shippedRubrics, withShipped } from "./rubricFor";
export { writeRubric } from "./writeRubric";
