export interface Chip {
  readonly id: string;
  /** 就诊类别：住院 */
  readonly text: string;
  /** The same page without this filter, and the words that say so. */
  readonly href: string;
  readonly remove: string;
}

/** What the figures of a page are limited to; each limit can be taken away. */
export function FilterChips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={label}>
      {chips.map(({ id, text, href, remove }) => (
        <li key={id} className="chip">
          {text}
          <a className="screen-only" href={href} title={remove} aria-label={remove}>
            ×
          </a>
        </li>
      ))}
    </ul>
  );
}
