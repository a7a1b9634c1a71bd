"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { goTo } from "./goTo";

export interface ChangeFormWords {
  readonly save: string;
  readonly working: string;
  readonly unreachable: string;
}

/**
 * A form that changes something: posts its fields, says what was wrong in plain words and keeps what was typed, and
 * otherwise goes where the answer's `location` says. With `withdraw` a second button posts `withdraw=1` as well.
 */
export function ChangeForm(props: { action: string; words: ChangeFormWords; withdraw?: string; children: ReactNode }) {
  const { action, words, withdraw, children } = props;
  const [state, setState] = useState<{ working: boolean; message: string | null }>({ working: false, message: null });

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setState({ working: true, message: null });
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    const answer = await post(action, new FormData(event.currentTarget, submitter));
    if (answer?.location) goTo(answer.location);
    else setState({ working: false, message: answer?.message ?? words.unreachable });
  };

  return (
    <form method="post" action={action} onSubmit={submit} className="change-form">
      {children}
      {state.message && (
        <p role="alert" className="worse">
          {state.message}
        </p>
      )}
      <p className="change-buttons">
        <button type="submit" className="button primary needs-script" disabled={state.working}>
          {state.working ? words.working : words.save}
        </button>
        {withdraw && (
          <button type="submit" name="withdraw" value="1" className="button needs-script" disabled={state.working}>
            {withdraw}
          </button>
        )}
      </p>
    </form>
  );
}

async function post(action: string, body: FormData): Promise<{ location?: string; message?: string } | null> {
  try {
    return await (await fetch(action, { method: "POST", body })).json();
  } catch {
    return null;
  }
}
