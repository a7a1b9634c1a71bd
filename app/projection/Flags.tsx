import type { NamedForecast } from "@/figures/forecast/outcome";
import { flagsInWords } from "@/reports/projection/flags";
import type { Writer } from "../writing";

/** What a reader has to know before using the numbers. */
export function Flags({ forecast, writer }: { forecast: NamedForecast; writer: Writer }) {
  const flags = flagsInWords(forecast, writer);
  if (flags.length === 0) return null;
  return (
    <ul className="flags" aria-label={writer.words.projection.flagsTitle}>
      {flags.map((flag) => (
        <li key={flag}>{flag}</li>
      ))}
    </ul>
  );
}
