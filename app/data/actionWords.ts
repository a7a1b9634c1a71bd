import type { ActionWords } from "@/components/ActionButton";
import type { Messages } from "@/messages/index";

/** What a button that changes data says before, while and after. */
export function actionWords({ dataPages: texts }: Messages, label: string, question: string): ActionWords {
  const { confirm, cancel, working, actionUnreachable } = texts;
  return { label, question, confirm, cancel, working, unreachable: actionUnreachable };
}
