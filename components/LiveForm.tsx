"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useTransition } from "react";

/** While somebody is still typing. */
const patience = 250;

/**
 * A form whose fields stand in the address. A change is shown at once, without losing the place on the page; without
 * scripts its button does the same.
 */
export function LiveForm(props: { className: string; label: string; children: ReactNode }) {
  const { className, label, children } = props;
  const router = useRouter();
  const [busy, begin] = useTransition();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const show = (form: HTMLFormElement) => {
    clearTimeout(waiting.current);
    if (!form.checkValidity()) return;
    const filled = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
    begin(() => router.replace(`?${new URLSearchParams(filled)}`, { scroll: false }));
  };
  const change = ({ currentTarget }: { currentTarget: HTMLFormElement }) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => show(currentTarget), patience);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(event.currentTarget);
  };

  return (
    <form method="get" className={className} aria-label={label} aria-busy={busy} onChange={change} onSubmit={submit}>
      {children}
    </form>
  );
}
