"use client";

import { useEffect, useRef, useState } from "react";
import { ExplanationText, type ExplanationWords } from "./ExplanationText";
import type { Explanation } from "./explanation";

type State =
  | { href: string; status: "loading" | "failed" }
  | { href: string; status: "ready"; explanation: Explanation };

/** One dialog for every number on the page: it listens for clicks on figures, so that a figure itself costs no script. */
export function ExplanationDialog({ words }: { words: ExplanationWords }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<State | null>(null);

  useEffect(() => {
    let asked = 0;
    const open = async (event: MouseEvent) => {
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      const figure = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-figure]") : null;
      if (!plain || !figure) return;
      event.preventDefault();
      event.stopPropagation();
      const href = figure.pathname + figure.search;
      const question = ++asked;
      setState({ href, status: "loading" });
      if (!dialog.current?.open) dialog.current?.showModal();
      const answer = await fetchExplanation(href);
      if (question !== asked) return;
      setState(answer ? { href, status: "ready", explanation: answer } : { href, status: "failed" });
    };
    document.addEventListener("click", open, true);
    return () => document.removeEventListener("click", open, true);
  }, []);

  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog; the click is on the backdrop.
    <dialog
      ref={dialog}
      aria-labelledby="explanation-title"
      className="explanation"
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="explanation-body">
        <button type="button" className="button explanation-close" onClick={close}>
          {words.close}
        </button>
        {state?.status === "ready" ? (
          <ExplanationText explanation={state.explanation} words={words} />
        ) : (
          <p id="explanation-title" role="status" className="text-quiet">
            {state?.status === "failed" ? words.failed : words.loading}
          </p>
        )}
        {state && (
          <p className="mt-4">
            <a href={state.href} className="link" onClick={close}>
              {words.toMetric}
            </a>
          </p>
        )}
      </div>
    </dialog>
  );
}

async function fetchExplanation(href: string): Promise<Explanation | null> {
  try {
    const answer = await fetch(`/api${href}`, { headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as Explanation) : null;
  } catch {
    return null;
  }
}
