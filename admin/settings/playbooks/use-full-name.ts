import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"

/** A playbook's name with its type: each type may have a "Standard" one. */
export const useFullName = ({
  name,
  type,
}: Pick<AdminFollowUpPlaybook, "name" | "type">): string => {
  const t = useText()
  const { typeName } = useKinds()
  return t("settings.playbooks.ofType", {
    name,
    type: typeName(type),
  })
}
