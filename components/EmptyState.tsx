import type { ReactNode } from "react";

/** Nothing to show: why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <div className="mt-2 text-quiet">{children}</div>
    </section>
  );
}
