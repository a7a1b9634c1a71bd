import type { Messages } from "@/messages/index";

/** The pages of the main navigation, in its order: path and name. A page's address is written nowhere else. */
export const routes = {
  overview: "/",
  burn: "/burn",
  volume: "/volume",
  institutions: "/institutions",
  hardship: "/hardship",
  projection: "/projection",
  performance: "/performance",
  data: "/data",
  metrics: "/metrics",
  settings: "/settings",
} as const satisfies Partial<Record<keyof Messages["shell"], string>>;

export type Route = keyof typeof routes;
