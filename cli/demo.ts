import type { Command } from "@/cli/command";
export const demo: Command = { name: "demo", usage: "装载示例县的演示数据", run: async () => 1 };
