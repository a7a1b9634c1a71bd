/** The front door of the reception: files that are handed in on a page or left in the watched folder. */

export { IntakeDesk, type JobRequest } from "./desk";
export { openFor, servingDesk } from "./servingDesk";
