export { unitsOfMetric, valueInUnit } from "./metricUnits";
export { readRubric, tryRubric } from "./readRubric";
export { rubricFor, rubricVersion, shippedRubrics, withShipped } from "./rubricFor";
export { writeRubric } from "./writeRubric";
