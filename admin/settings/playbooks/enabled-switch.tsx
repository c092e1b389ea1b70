import { Switch, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbooks"
import { useText } from "../../i18n/use-text"

/** Switches a playbook on or off at once. */
export const EnabledSwitch = ({
  playbook: { id, name, enabled },
}: {
  playbook: AdminFollowUpPlaybook
}) => {
  const t = useText()
  const { update } = usePlaybookChanges()
  const [wanted, setWanted] = useState<boolean | null>(null)

  const set = async (on: boolean) => {
    setWanted(on)
    try {
      await update(id, { enabled: on })
      toast.success(
        t(
          on
            ? "settings.playbooks.switchedOn"
            : "settings.playbooks.switchedOff",
          {
            name,
          }
        )
      )
    } catch (error) {
      toast.error(t("settings.failed"), {
        description: error instanceof Error ? error.message : undefined,
      })
    } finally {
      setWanted(null)
    }
  }

  return (
    <Switch
      size="small"
      aria-label={t("settings.playbooks.enabled", { name })}
      checked={wanted ?? enabled}
      disabled={wanted !== null}
      onCheckedChange={(on) => void set(on)}
    />
  )
}
