import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybooks } from "../../api/playbooks"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"

/**
 * A warning before the only catch-all playbook of a type is disabled or
 * deleted; null if there is another.
 */
export const useRestWarning = (
  playbook: AdminFollowUpPlaybook
): string | null => {
  const t = useText()
  const { typeName } = useKinds()
  const { data: playbooks = [] } = usePlaybooks()
  const isOnlyOne =
    playbook.is_catch_all &&
    !playbooks.some(
      ({ id, type, is_catch_all }) =>
        id !== playbook.id && type === playbook.type && is_catch_all
    )
  return isOnlyOne
    ? t("settings.playbooks.nothingForTheRest", {
        type: typeName(playbook.type),
      })
    : null
}
