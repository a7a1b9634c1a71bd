/** The front door of the reception: files that are handed in on a page or left in the watched folder. */

export { IntakeDesk, type JobRequest } from "./desk";
export { heldListFile } from "./heldListFile";
export { Inbox, type InboxTiming } from "./inbox";
export { findingLine, type LoadOutcome, loadData, loadLines } from "./loadText";
export type { Mapping } from "./mapping";
export { openFor, servingDesk } from "./servingDesk";
