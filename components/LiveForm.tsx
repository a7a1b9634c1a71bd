"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useTransition } from "react";

/**
 * A form whose fields stand in the address. A change is shown at once, without losing the place on the page; without
 * scripts its button does the same.
 */
export function LiveForm(props: { className: string; label: string; children: ReactNode }) {
  const { className, label, children } = props;
  const router = useRouter();
  const [busy, begin] = useTransition();

  const show = (form: HTMLFormElement) => {
    if (!form.checkValidity()) return;
    const filled = [...new FormData(form)].filter(([, value]) => value !== "") as [string, string][];
    begin(() => router.replace(`?${new URLSearchParams(filled)}`, { scroll: false }));
  };
  // With every key: what is still on its way for the one before gives way to it.
  const change = ({ currentTarget }: { currentTarget: HTMLFormElement }) => show(currentTarget);
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
