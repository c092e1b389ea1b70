import { Alert } from "@medusajs/ui"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { dateText } from "../../clock/moment-text"
import { browserTimeZone } from "../../clock/zoned"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { triggerText, type Triggers } from "./trigger-text"

/** Says what is asked for and never opened, for want of a trigger. */
export const AskedInVain = ({
  asked,
  declared,
  triggers,
  onAdd,
}: {
  asked: AdminFollowUpPlaybook["asked_in_vain"]
  declared: Triggers
  /** Those of the draft. */
  triggers: readonly string[]
  onAdd: (trigger: string) => void
}) => {
  const t = useText()
  return asked
    .filter(({ trigger }) => !triggers.includes(trigger))
    .map(({ trigger, since }) => (
      <Alert key={trigger} variant="warning">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0">
            {t("settings.playbooks.askedInVain", {
              trigger: triggerText(t, trigger, declared),
              since: dateText(t, Date.parse(since), browserTimeZone()),
            })}
          </span>
          <SmallButton onClick={() => onAdd(trigger)}>
            {t("settings.playbooks.addTrigger")}
          </SmallButton>
        </div>
      </Alert>
    ))
}
