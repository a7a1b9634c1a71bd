import type { Messages } from "@/messages/index";

/** Who changes something of a region, and why. */
export function Attribution(props: { region: string; enteredBy: string; required?: boolean; words: Messages }) {
  const { region, enteredBy, required, words } = props;
  const { fields } = words.settingsPages;
  return (
    <>
      <input type="hidden" name="region" value={region} />
      <label>
        <span>{fields.entered_by}</span>
        <input type="text" name="entered_by" defaultValue={enteredBy} required={required} autoComplete="off" />
      </label>
      <label className="wide">
        <span>{fields.reason}</span>
        <input type="text" name="reason" required={required} autoComplete="off" />
      </label>
    </>
  );
}
