import type { Installation } from "@/db/open";

/** What a command gets from outside: it never reads the clock, the environment or the terminal itself. */
export interface CommandContext {
  /** Opens the installation on first use; closed for the command when it ends. */
  installation(): Promise<Installation>;
  now(): Date;
  /** One line of the result, to standard output. */
  print(line: string): void;
  /** One line about the work, to standard error. */
  warn(line: string): void;
}

/** One command of `npm run -s yizhang -- <name>`. */
export interface Command {
  readonly name: string;
  /** First line: what it does, in Chinese. Further lines: arguments. */
  readonly usage: string;
  /** Answers the exit code: 0 done, 1 failed, 2 refused. May throw PlainError instead. */
  run(commandArguments: string[], context: CommandContext): Promise<number>;
}
