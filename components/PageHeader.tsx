import type { ReactNode } from "react";

/** Title, what the figures rest on, and what can be done with the page. */
export function PageHeader({ title, basis, children }: { title: ReactNode; basis?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-header">
      <h1>{title}</h1>
      {basis && <div className="basis">{basis}</div>}
      {children && <div className="actions">{children}</div>}
    </header>
  );
}
