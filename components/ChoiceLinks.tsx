import { Typed } from "./Typed";

export interface Choice {
  readonly label: string;
  /** The bureau typed the label. */
  readonly typed?: boolean;
  readonly href: string;
  readonly chosen: boolean;
}

/** One choice that the address holds, as plain links: `列出：有住院的机构 村卫生室 全部机构`. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav className="choice-links screen-only" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {choices.map(({ label: name, typed, href, chosen }) => (
        <a key={name} className="link" href={href} aria-current={chosen ? "true" : undefined}>
          {typed ? <Typed text={name} /> : name}
        </a>
      ))}
    </nav>
  );
}
