import { toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { AdminFollowUpCannedAnswer } from "../../../src/api/admin/follow-ups/canned-answers/types"
import { useCannedAnswerChanges } from "../../api/canned-answers"
import { usePlaybooks } from "../../api/playbooks"
import { useKinds } from "../../desk/use-kinds"
import { useText } from "../../i18n/use-text"
import { SETTINGS_PATHS } from "../settings-tabs"
import { toastFailure } from "../toast-failure"

/**
 * Deletes a canned answer after confirmation; resolves to whether it was
 * deleted. If playbooks use it, links to them: they need another one first.
 */
export const useDeleteAnswer = () => {
  const t = useText()
  const { typeName } = useKinds()
  const ask = usePrompt()
  const navigate = useNavigate()
  const { remove } = useCannedAnswerChanges()
  const { data, refetch } = usePlaybooks()
  return async ({
    id,
    name,
  }: Pick<AdminFollowUpCannedAnswer, "id" | "name">): Promise<boolean> => {
    // One may be quicker than the list of playbooks.
    const playbooks = data ?? (await refetch()).data ?? []
    const naming = playbooks.filter(
      ({ definition }) => definition.retry.fallback.canned_answer_id === id
    )
    const [first] = naming
    if (first) {
      const names = naming.map(({ name, type }) =>
        t("settings.playbooks.ofType", {
          name,
          type: typeName(type),
        })
      )
      const goes = await ask({
        variant: "confirmation",
        title: t("settings.cannedAnswers.inUseTitle", { name }),
        description: t("settings.cannedAnswers.inUseText", {
          playbooks: names.join("; "),
        }),
        confirmText: t("settings.cannedAnswers.toPlaybook"),
        cancelText: t("settings.cancel"),
      })
      if (goes) {
        navigate(`${SETTINGS_PATHS.playbooks}/playbooks/${first.id}`)
      }
      return false
    }
    const agreed = await ask({
      variant: "danger",
      title: t("settings.cannedAnswers.deleteTitle", { name }),
      description: t("settings.cannedAnswers.deleteText"),
      confirmText: t("settings.playbooks.delete"),
      cancelText: t("settings.cancel"),
    })
    if (!agreed) {
      return false
    }
    try {
      await remove(id)
      toast.success(t("settings.cannedAnswers.deleted", { name }))
      return true
    } catch (error) {
      toastFailure(t, error)
      return false
    }
  }
}
