import { Switch, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { useText } from "../../i18n/use-text"
import { takenByText } from "./taken-by"
import { useFullName } from "./use-full-name"
import { useRestWarning } from "./use-rest-warning"
import { toastFailure } from "../toast-failure"

/**
 * Enables or disables a playbook; asks for confirmation if orders would then
 * open no task.
 */
export const EnabledSwitch = ({
  playbook,
}: {
  playbook: AdminFollowUpPlaybook
}) => {
  const t = useText()
  const ask = usePrompt()
  const fullName = useFullName(playbook)
  const restWarning = useRestWarning(playbook)
  const { update } = usePlaybookChanges()
  const { id, name, enabled } = playbook
  const [wanted, setWanted] = useState<boolean | null>(null)

  const set = async (on: boolean) => {
    if (!on && restWarning !== null) {
      const agreed = await ask({
        variant: "confirmation",
        title: t("settings.playbooks.switchOffTitle", { name }),
        description: restWarning,
        confirmText: t("settings.playbooks.switchOff"),
        cancelText: t("settings.cancel"),
      })
      if (!agreed) {
        return
      }
    }
    setWanted(on)
    try {
      const changed = await update(id, { enabled: on })
      const done = t(
        `settings.playbooks.${on ? "switchedOn" : "switchedOff"}`,
        { name }
      )
      const warning = on ? takenByText(t, changed) : null
      if (warning === null) {
        toast.success(done)
      } else {
        toast.warning(done, { description: warning })
      }
    } catch (error) {
      toastFailure(t, error)
    } finally {
      setWanted(null)
    }
  }

  return (
    <Switch
      size="small"
      aria-label={fullName}
      checked={wanted ?? enabled}
      disabled={wanted !== null}
      onCheckedChange={(on) => void set(on)}
    />
  )
}
