/** Which bars are which, where there is no room to say it at one of them. Who listens hears it at every number. */
export function SeriesKey({ now, before }: { now: string; before: string | null }) {
  return (
    <p className="series-key" aria-hidden="true">
      {before && (
        <span>
          <i className="swatch swatch-before" />
          {before}
        </span>
      )}
      <span>
        <i className="swatch bg-step-1" />
        {now}
      </span>
    </p>
  );
}
