/** The front door of the loader: everything that pages, commands and the demo may ask of it. */

export { type CodeChoice, codeChoices } from "@/etl/codes/codeChoices";
export { isKnown, type ShippedCode, shippedCodes } from "@/etl/codes/knownCodes";
export { heldListLayout, heldRowMark } from "@/etl/corrections/heldList";
export type { HeldRow } from "@/etl/corrections/heldRows";
export { type HeldOfFile, hasHeldList, listHeld } from "@/etl/corrections/listHeld";
export { type DescribableField, describableFields } from "@/etl/mapping/describableFields";
export { profileText } from "@/etl/mapping/described";
export { suggestForFile } from "@/etl/mapping/describeFile";
export { describeFile, type MappingState } from "@/etl/mapping/mappingState";
export { faultsOf, profileName, readProfile } from "@/etl/mapping/readProfile";
export { changeProfile, listProfiles, type SavedProfile } from "@/etl/mapping/savedProfiles";
export type { Reason, SuggestedProfile, Suggestion } from "@/etl/mapping/suggest";
export { rehearse, type Trial, type TrialRequest, type TriedCodes, tryProfile } from "@/etl/mapping/tryProfile";
export { discard } from "@/etl/steps/discard";
export { changeList, type ListInForce, type ListRow, readList } from "@/etl/steps/lists";
export type { Watcher } from "@/etl/steps/progress";
export { type Publication, publish } from "@/etl/steps/publish";
export { type ColumnRow, readColumns } from "@/etl/steps/readColumns";
export { type RegistryInForce, readRegistry } from "@/etl/steps/readRegistry";
export { isRederivationDue } from "@/etl/steps/rederivation";
export { rederive } from "@/etl/steps/rederive";
export { removeRegion } from "@/etl/steps/removeRegion";
export { type Restoration, restore } from "@/etl/steps/restore";
export { defaultLimits } from "@/etl/steps/sizeLimits";
export { type Entered, newLoadId, type Submission, type SubmitRequest, submit } from "@/etl/steps/submit";
export { leftovers, sweep } from "@/etl/steps/sweep";
export { writeWhole } from "@/etl/steps/writeWhole";
