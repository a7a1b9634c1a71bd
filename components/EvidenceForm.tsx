"use client";

import { type ReactNode, type SubmitEvent, useState } from "react";
import { fill } from "@/messages/fill";
import { goTo } from "./goTo";

export interface EvidenceFormWords {
  readonly save: string;
  /** With `{name}` and `{percent}`. */
  readonly sending: string;
  readonly file: string;
  /** How large, and of which kinds: these follow. */
  readonly kinds: string;
  readonly unreachable: string;
}

interface Answer {
  readonly location?: string;
  readonly message?: string;
}

/**
 * Sends one file with the fields of its form: its bytes are the body as they are, the fields stand in the address. Says
 * how far it is and why it was refused, and otherwise goes where the answer's `location` says.
 */
export function EvidenceForm(props: {
  action: string;
  words: EvidenceFormWords;
  kinds: readonly string[];
  children: ReactNode;
}) {
  const { action, words, kinds, children } = props;
  const [state, setState] = useState<{ sending: string | null; message: string | null }>({
    sending: null,
    message: null,
  });

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    data.delete("file");
    if (!(file instanceof File)) return;
    const told = (part: number) =>
      setState({
        sending: fill(words.sending, { name: file.name, percent: Math.floor(part * 100) }),
        message: null,
      });
    told(0);
    const fields = new URLSearchParams({ ...Object.fromEntries(data as Iterable<[string, string]>), name: file.name });
    const answer = await send(`${action}?${fields}`, file, told);
    if (answer?.location) goTo(answer.location);
    else setState({ sending: null, message: answer?.message ?? words.unreachable });
  };

  return (
    <form onSubmit={submit} className="change-form">
      <label className="whole">
        <span>
          {words.file}
          <span className="note">
            {words.kinds} <code>{kinds.join(" ")}</code>
          </span>
        </span>
        <input type="file" name="file" accept={kinds.map((kind) => `.${kind}`).join(",")} required />
      </label>
      {children}
      {state.message && (
        <p role="alert" className="worse">
          {state.message}
        </p>
      )}
      <p className="change-buttons">
        <button type="submit" className="button primary needs-script" disabled={state.sending !== null}>
          {words.save}
        </button>
        <span role="status">{state.sending}</span>
      </p>
    </form>
  );
}

/** fetch does not tell how much of a body is sent. */
function send(address: string, file: File, told: (part: number) => void): Promise<Answer | null> {
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => told(total === 0 ? 1 : loaded / total));
    request.addEventListener("load", () => settle(request.response as Answer | null));
    request.addEventListener("error", () => settle(null));
    request.addEventListener("abort", () => settle(null));
    request.send(file);
  });
}
