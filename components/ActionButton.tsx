"use client";

import { useRef, useState } from "react";

export interface ActionWords {
  readonly label: string;
  readonly question: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly working: string;
  readonly unreachable: string;
}

/**
 * A button that changes data: asks once, posts, says what went wrong in plain words, and otherwise goes where the
 * answer's `location` says. The handler answers `{ location }` or `{ message }`.
 */
export function ActionButton({
  action,
  words,
  primary = false,
}: {
  action: string;
  words: ActionWords;
  primary?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<{ working: boolean; message: string | null }>({ working: false, message: null });

  const act = async () => {
    setState({ working: true, message: null });
    const answer = await post(action);
    if (answer?.location) window.location.assign(answer.location);
    else setState({ working: false, message: answer?.message ?? words.unreachable });
  };

  return (
    <>
      <button
        type="button"
        className={primary ? "button primary needs-script" : "button needs-script"}
        onClick={() => dialog.current?.showModal()}
      >
        {words.label}
      </button>
      <dialog ref={dialog} className="explanation question" aria-label={words.question}>
        <div className="explanation-body">
          <p>{words.question}</p>
          {state.message && (
            <p role="alert" className="worse mt-2">
              {state.message}
            </p>
          )}
          <p className="mt-4 flex gap-2">
            <button type="button" className="button primary" disabled={state.working} onClick={act}>
              {state.working ? words.working : words.confirm}
            </button>
            <button type="button" className="button" disabled={state.working} onClick={() => dialog.current?.close()}>
              {words.cancel}
            </button>
          </p>
        </div>
      </dialog>
    </>
  );
}

async function post(action: string): Promise<{ location?: string; message?: string } | null> {
  try {
    return await (await fetch(action, { method: "POST" })).json();
  } catch {
    return null;
  }
}
