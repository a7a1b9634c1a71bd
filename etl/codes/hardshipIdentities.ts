import type { HardshipStatus } from "@/domain/dimensions";

/** One row: the status of a hardship identity (PSN_IDET_TYPE, code or name) that begins with `prefix`. */
export interface HardshipIdentity {
  /** First two digits of the region; empty = everywhere. */
  readonly province: string;
  readonly prefix: string;
  /** Only the prefix itself: what goes on after it may be anything. */
  readonly whole: boolean;
  readonly status: HardshipStatus;
}

const everywhere = (status: HardshipStatus, prefixes: string): HardshipIdentity[] =>
  prefixes.split(" ").map((prefix) => ({ province: "", prefix, whole: false, status }));

const whole = (status: HardshipStatus, names: string): HardshipIdentity[] =>
  everywhere(status, names).map((row) => ({ ...row, whole: true }));

/**
 * The longest prefix wins; of equal ones the province's own. Four-digit codes as used by aid ledgers, then the names
 * of the medical-aid, tax and rural-revitalisation lists, then our own ids. No national list of codes is public.
 */
export const hardshipIdentities: readonly HardshipIdentity[] = [
  ...everywhere("extreme_hardship", "7131"),
  ...everywhere("orphan", "7041 7141"),
  ...everywhere("subsistence_allowance", "7019"),
  ...everywhere("returned_to_poverty", "7202"),
  ...everywhere("monitored_unstable", "7203"),
  ...everywhere("monitored_marginal", "7204"),
  ...everywhere("monitored_sudden", "7205"),
  ...everywhere("allowance_marginal", "7201"),
  ...everywhere("illness_poverty", "7110"),
  ...everywhere("severe_disability", "7069"),

  ...everywhere("extreme_hardship", "特困 农村特困 城市特困 五保"),
  ...everywhere("orphan", "孤儿 城乡孤儿 事实无人抚养"),
  ...everywhere("subsistence_allowance", "低保 农村低保 城市低保 城乡低保 民政城乡低保 最低生活保障"),
  ...everywhere(
    "allowance_marginal",
    "低保边缘 农村低保边缘 城市低保边缘 城乡低保边缘 民政城乡低保边缘 最低生活保障边缘",
  ),
  ...everywhere("returned_to_poverty", "返贫致贫 致贫返贫"),
  ...everywhere("monitored_unstable", "脱贫不稳定"),
  ...everywhere("monitored_marginal", "边缘易致贫"),
  ...everywhere("monitored_sudden", "突发严重困难"),
  ...everywhere("illness_poverty", "因病致贫"),
  ...everywhere("severe_disability", "重度残疾 城乡重度"),
  ...everywhere("out_of_poverty", "稳定脱贫 脱贫人口 已脱贫"),
  ...everywhere("registered_poor", "建档立卡 贫困人口"),
  ...everywhere("none", "普通参保人 非救助"),
  ...whole("none", "无"),

  ...everywhere("extreme_hardship", "extreme_hardship"),
  ...everywhere("orphan", "orphan"),
  ...everywhere("subsistence_allowance", "subsistence_allowance"),
  ...everywhere("allowance_marginal", "allowance_marginal"),
  ...everywhere("returned_to_poverty", "returned_to_poverty"),
  ...everywhere("monitored_unstable", "monitored_unstable"),
  ...everywhere("monitored_marginal", "monitored_marginal"),
  ...everywhere("monitored_sudden", "monitored_sudden"),
  ...everywhere("illness_poverty", "illness_poverty"),
  ...everywhere("severe_disability", "severe_disability"),
  ...everywhere("out_of_poverty", "out_of_poverty"),
  ...everywhere("registered_poor", "registered_poor"),
  ...everywhere("none", "none"),
];
