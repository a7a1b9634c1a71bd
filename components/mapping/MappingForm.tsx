"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, type SubmitEvent, useRef, useState } from "react";

export interface MappingFormWords {
  readonly working: string;
  readonly unreachable: string;
}

/**
 * The form in which a file is described. Its buttons post what they say; a changed select posts `action=preview` by
 * itself, so that the first rows below follow. What was typed stays; an answer with `location` leads there.
 */
export function MappingForm(props: { action: string; words: MappingFormWords; children: ReactNode }) {
  const { action, words, children } = props;
  const [state, setState] = useState<{ working: boolean; message: string | null }>({ working: false, message: null });
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const waiting = useRef<FormData | null>(null);
  const router = useRouter();

  /** One at a time: of what is asked meanwhile only the last is sent, it holds the whole form. */
  const send = async (body: FormData) => {
    waiting.current = body;
    if (sending.current) return;
    sending.current = true;
    setState({ working: true, message: null });
    let answer: Awaited<ReturnType<typeof post>> = null;
    while (waiting.current) {
      const next = waiting.current;
      waiting.current = null;
      answer = await post(action, next);
    }
    sending.current = false;
    setState({ working: false, message: answer ? (answer.message ?? null) : words.unreachable });
    if (answer?.location) window.location.assign(answer.location);
    else if (answer && !answer.message) router.refresh();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    void send(new FormData(event.currentTarget, submitter));
  };
  const change = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLSelectElement) || !form.current) return;
    const body = new FormData(form.current);
    body.set("action", target.name === "kind" ? "kind" : "preview");
    void send(body);
  };

  return (
    <form ref={form} method="post" action={action} onSubmit={submit} onChange={change} aria-busy={state.working}>
      {children}
      <p role="status" className={state.message ? "mapping-status worse" : "mapping-status"}>
        {state.working ? words.working : state.message}
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
