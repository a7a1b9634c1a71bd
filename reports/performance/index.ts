export { askForm, type FormName, formNames, formsOf } from "./askForm";
export { monitoringForm } from "./monitoringForm";
export { projectForm } from "./projectForm";
export { renderFormXlsx } from "./renderFormXlsx";
export { transferForm } from "./transferForm";
