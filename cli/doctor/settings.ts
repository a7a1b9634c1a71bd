import { PlainError } from "@/domain/errors";

export interface Settings {
  readonly port: number;
  /** A port that was asked for is not replaced by another. */
  readonly portWasSet: boolean;
}

const defaultPort = 3000;

/** Reads `PORT` and `HOST`; refuses what cannot be meant, naming the variable. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const { PORT, HOST } = environment;
  if (HOST && !["127.0.0.1", "localhost"].includes(HOST)) throw new PlainError("A-105", { host: HOST });
  if (!PORT) return { port: defaultPort, portWasSet: false };
  const port = Number(PORT);
  if (!/^\d{1,5}$/.test(PORT) || port < 1 || port > 65_535) throw new PlainError("A-104", { port: PORT });
  return { port, portWasSet: true };
}
