"use client";

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="button needs-script" onClick={() => window.print()}>
      {label}
    </button>
  );
}
