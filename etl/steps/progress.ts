import type { LoadProgress } from "@/domain/loadProgress";

/** Is told what a load is doing, whenever that changes. */
export type Watcher = (progress: LoadProgress) => void;
