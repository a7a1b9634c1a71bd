"use client";

import { EmptyState } from "@/components/EmptyState";
import { faults as english } from "@/messages/en/shell";
import { faults as chinese } from "@/messages/zh-CN/shell";

/** A page that failed: plain words and the code under which the server wrote down the cause, never the cause itself. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = typeof document !== "undefined" && document.documentElement.lang === "en" ? english : chinese;
  return (
    <EmptyState title={words.errorTitle}>
      <p>{words.errorText}</p>
      {error.digest && (
        <p className="mt-2">
          {words.errorCode} <code>{error.digest}</code>
        </p>
      )}
      <p className="mt-4 flex gap-4">
        <button type="button" className="button" onClick={reset}>
          {words.retry}
        </button>
        <a className="link" href="/">
          {words.toOverview}
        </a>
      </p>
    </EmptyState>
  );
}
