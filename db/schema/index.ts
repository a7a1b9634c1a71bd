export * from "./institutions";
export * from "./loads";
export * from "./regions";
export * from "./totals";
export * from "./versions";
