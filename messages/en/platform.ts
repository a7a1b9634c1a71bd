/** Texts about the installation, the database and the command line. Details stand in braces. */
export const platform: Record<string, string> = {
  "A-101": "The data folder {folder} is not writable ({reason}). Correct its permissions or set YIZHANG_HOME.",
  "A-102":
    "The key of the person tokens, {file}, is missing although there are data. Restore it from a backup: with a new key, the same person would no longer match across months.",
  "A-103": "The key of the person tokens, {file}, is unreadable or malformed (64 hexadecimal digits). Restore it.",
  "A-104": "PORT is {port}: it must be a whole number from 1 to 65535.",
  "A-105": "HOST is {host}: Yizhang has no accounts yet, so it serves this machine (127.0.0.1) only. Unset it.",
  "A-106": "Building the pages failed for the reason above. Check memory and disk space, then try again.",
  "A-107": "Port {port} is taken. Stop the program that uses it, or choose another with PORT.",
  "A-108": "This machine is not ready for Yizhang yet, see above.",
  "A-109":
    "Others can read the key of the person tokens, {file} (mode {mode}): with it, a number leads to its token. Run chmod 0400 {file}, and consider who may have read it.",
  "A-110":
    "The account {user} cannot reach the data folder, so the database lives in {folder}. Back that folder up as well.",
  "A-120": "Yizhang is already running at {address}",
  "A-121": "Port {port} is taken by another program; using {next}.",
  "A-122": "Yizhang is ready at {address} (Ctrl-C stops it)",
  "A-123": "Building the pages, about a minute…",
  "A-124": "Generating and loading the demo county (synthetic; npm run -s yizhang -- demo --remove removes it)…",
  "A-125": "The demo was not loaded completely, for the reason above; all else works. The next start goes on with it.",
  "A-126": "Another Yizhang is starting; waiting for it…",
  "A-201": "No embedded PostgreSQL for {platform}. Run npm ci again, or set DATABASE_URL to a PostgreSQL 14 or later.",
  "A-202": "The embedded database could not be created: {reason}. Check disk space and permissions.",
  "A-203": "The embedded database did not start; its log is {reason}. Run npm run -s yizhang -- doctor.",
  "A-204": "The database cannot be reached ({reason}). Check address, port, user and password in DATABASE_URL.",
  "A-205": "The database is too old ({version}): PostgreSQL 14 or later is needed.",
  "A-206": "The database's encoding is {encoding}: UTF8 is needed.",
  "A-207": "The database was migrated by a newer Yizhang ({migration}). Update the program.",
  "A-208": "Migration {migration} differs from the one that was applied. Get the program again.",
  "A-209": "DATABASE_URL is not a database address such as postgres://user:password@host:5432/database.",
  "A-210":
    "Under root, PostgreSQL runs as postgres or nobody, and this machine has neither. Create one, or use a plain user.",
  "A-211":
    "Migrating the database failed ({reason}). Check that its user may create tables and that the disk is not full.",
  "A-212":
    "The connection to the database broke ({reason}). Nothing is half written: when it is back, see what is there, and run again what is missing.",
  "A-301": "There is no command named {command}. See npm run -s yizhang -- --help.",
  "A-302": "There is no argument {argument}. See npm run -s yizhang -- {command} --help.",
  "A-303": "The argument {argument} lacks its value, or takes none. See npm run -s yizhang -- {command} --help.",
  "A-304": "“{argument}” is one too many. See npm run -s yizhang -- {command} --help.",
  "A-401": "{received}: load {load} of {loads} published as data version {version}",
  "A-402": "The demo county is up to date; nothing was changed (data version {version}).",
  "A-403": "The demo county is loaded, data version {version}.",
  "A-404": "The demo county's files of {received} were refused; please report this message.",
  "A-405": "The demo county was removed, data version {version}; later starts do not load it. Again: yizhang demo",
  "A-406": "The demo county was removed before; nothing was changed.",
  "A-900": "Unexpected error, reference {reference}. Data are unharmed; give the reference and {folder} to support.",
};
