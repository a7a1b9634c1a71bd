/** One line of what the doctor says. Its words are `doctor.<check>` and `doctor.<check>.<status>` in messages. */
export interface Finding {
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly details: Record<string, string | number>;
}

export const ok = (check: string, details: Finding["details"] = {}): Finding => ({ check, status: "ok", details });
export const warn = (check: string, details: Finding["details"] = {}): Finding => ({ check, status: "warn", details });
export const fail = (check: string, details: Finding["details"] = {}): Finding => ({ check, status: "fail", details });
