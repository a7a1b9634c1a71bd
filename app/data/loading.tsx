import { messagesIn } from "@/messages/index";
import { readPreferences } from "../preferences";

/** Calm while figures are fetched: the page keeps its place, nothing moves. */
export default async function Loading() {
  const { shell } = messagesIn((await readPreferences()).language);
  return (
    <p className="text-quiet" role="status">
      {shell.loading}
    </p>
  );
}
