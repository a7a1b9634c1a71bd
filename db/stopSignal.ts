/** npm passes on a signal that its child has had already: what comes within this time is the same one. */
const echoMilliseconds = 1000;

/** Aborted by Ctrl-C or SIGTERM, with the signal as its reason; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const asked = new AbortController();
  let first = 0;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (!asked.signal.aborted) {
        first = performance.now();
        asked.abort(signal);
      } else if (performance.now() - first > echoMilliseconds) process.exit(1);
    });
  }
  return asked.signal;
}
