import { toast, usePrompt } from "@medusajs/ui"
import type { AdminFollowUpCannedAnswer } from "../../../src/api/admin/follow-ups/canned-answers/types"
import { useCannedAnswerChanges } from "../../api/canned-answers"
import { useText } from "../../i18n/use-text"

/** Deletes one once somebody said yes; resolves to whether it is gone. */
export const useDeleteAnswer = () => {
  const t = useText()
  const ask = usePrompt()
  const { remove } = useCannedAnswerChanges()
  return async ({
    id,
    name,
  }: Pick<AdminFollowUpCannedAnswer, "id" | "name">): Promise<boolean> => {
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
      toast.error(t("settings.failed"), {
        description: error instanceof Error ? error.message : undefined,
      })
      return false
    }
  }
}
