/** The front door of the loader: everything that pages, commands and the demo may ask of it. */
export { discard } from "@/etl/steps/discard";
export { changeList, type ListInForce, type ListRow, readList } from "@/etl/steps/lists";
export { type Publication, publish } from "@/etl/steps/publish";
export { removeRegion } from "@/etl/steps/removeRegion";
export { type Restoration, restore } from "@/etl/steps/restore";
export { type Submission, type SubmitRequest, submit } from "@/etl/steps/submit";
export { leftovers, sweep } from "@/etl/steps/sweep";
