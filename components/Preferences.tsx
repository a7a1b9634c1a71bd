"use client";

import { usePathname, useSearchParams } from "next/navigation";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** Language and appearance. Plain forms: the server keeps the choice and comes back to this very address. */
export function Preferences({
  rows,
}: {
  rows: readonly { name: string; label: string; choices: readonly Choice[] }[];
}) {
  const path = usePathname();
  const search = useSearchParams().toString();
  return (
    <div className="preferences">
      {rows.map(({ name, label, choices }) => (
        <form key={name} method="post" action="/preferences">
          <fieldset className="flex gap-2">
            <legend className="sr-only">{label}</legend>
            <input type="hidden" name="back" value={search ? `${path}?${search}` : path} />
            {choices.map(({ value, label, chosen }) => (
              <button key={value} type="submit" name={name} value={value} aria-pressed={chosen}>
                {label}
              </button>
            ))}
          </fieldset>
        </form>
      ))}
    </div>
  );
}
