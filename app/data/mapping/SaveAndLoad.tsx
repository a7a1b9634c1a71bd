import type { Mapping } from "@/intake/index";
import type { Messages } from "@/messages/index";
import { Attribution } from "./Attribution";

/** What can be done with a description: keep it for such files, load this one with it, or give the file up. */
export function SaveAndLoad({ mapping, enteredBy, words }: { mapping: Mapping; enteredBy: string; words: Messages }) {
  const { mappingPages: texts } = words;
  const { state, region, period } = mapping;
  return (
    <>
      <section className="section screen-only" aria-labelledby="save">
        <h2 id="save" className="heading">
          {texts.saveTitle}
        </h2>
        <div className="change-form">
          <label>
            <span>{texts.name}</span>
            <input
              type="text"
              name="name"
              defaultValue={state.profile.name}
              maxLength={60}
              autoComplete="off"
              lang="zh-CN"
            />
          </label>
          <Attribution {...{ region, enteredBy, words }} />
          <p className="change-buttons">
            <button type="submit" name="action" value="save" className="button needs-script">
              {texts.save}
            </button>
          </p>
        </div>
      </section>
      <section className="section screen-only" aria-labelledby="load">
        <h2 id="load" className="heading">
          {texts.loadTitle}
          <span className="note">{texts.loadText}</span>
        </h2>
        <div className="change-form">
          <label>
            <span>
              {texts.period}
              <span className="note">{texts.periodHint}</span>
            </span>
            <input type="text" name="period" defaultValue={period ?? ""} autoComplete="off" />
          </label>
          <p className="change-buttons">
            <button type="submit" name="action" value="load" className="button primary needs-script">
              {texts.load}
            </button>
            <button type="submit" name="action" value="discard" className="button needs-script">
              {texts.discard}
            </button>
          </p>
        </div>
      </section>
    </>
  );
}
