const dayMilliseconds = 86_400_000;
const daySeconds = 86_400;
/** Day 0 of the two systems; in that of 1900 day 60 is a 29 February that never was. */
const origins = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const lastSerial = { 1900: 2_958_465, 1904: 2_957_003 };

/** The two ways of counting days: from 1900, or, on old Macintosh files, from 1904. */
export type DateSystem = keyof typeof origins;

/** Days as text by their number: few occur in a file, each very often. */
const days: Record<DateSystem, string[]> = { 1900: [], 1904: [] };

/**
 * A day counted by a spreadsheet as `2018-06-03` or `2018-06-03 11:41:27`, to the second. Null for a number that is no
 * certain day: negative, beyond 9999-12-31, and in the 1900 system up to 60.
 */
export function serialDate(serial: number, system: DateSystem): string | null {
  if (!(serial >= 0 && serial < lastSerial[system] + 1) || (system === 1900 && serial < 61)) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * daySeconds);
  if (seconds === daySeconds) {
    seconds = 0;
    day++;
  }
  const date = dayText(day, system);
  if (seconds === 0) return date;
  return `${date} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`);

function dayText(day: number, system: DateSystem): string {
  const known = days[system];
  known[day] ??= new Date(origins[system] + day * dayMilliseconds).toISOString().slice(0, 10);
  return known[day]!;
}
