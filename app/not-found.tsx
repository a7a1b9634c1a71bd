import { EmptyState } from "@/components/EmptyState";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "./preferences";

export default async function NotFound() {
  const { faults } = messagesIn((await readPreferences()).language);
  return (
    <EmptyState title={faults.notFoundTitle}>
      <p>{faults.notFoundText}</p>
      <p className="mt-4">
        <a className="link" href="/">
          {faults.toOverview}
        </a>
      </p>
    </EmptyState>
  );
}
