export * from "./assessments";
export * from "./institutions";
export * from "./loads";
export * from "./regions";
export * from "./scenarios";
export * from "./settings";
export * from "./totals";
export * from "./versions";
