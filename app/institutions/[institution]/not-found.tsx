import { EmptyState } from "@/components/EmptyState";
import { messagesIn } from "@/messages/index";
import { readPreferences } from "../../preferences";
import { routes } from "../../routes";

export default async function NoSuchInstitution() {
  const { institutionPages: words } = messagesIn((await readPreferences()).language);
  return (
    <EmptyState title={words.notFound}>
      <p>{words.notFoundText}</p>
      <p className="mt-4">
        <a className="link" href={routes.institutions}>
          {words.back}
        </a>
      </p>
    </EmptyState>
  );
}
