import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { usePlaybookVocabulary } from "../../api/playbooks"
import { browserTimeZone } from "../../clock/zoned"
import { useText } from "../../i18n/use-text"
import { calendarOf, useCalendars } from "../calendars/queries"
import { useRuleChange } from "../use-rule-change"
import { useRestWarning } from "./use-rest-warning"
import { toastFailure } from "../toast-failure"

/**
 * Resets a playbook to the plugin's original, after a dry run and a
 * confirmation.
 */
export const usePutBack = (
  playbook: AdminFollowUpPlaybook,
  onDone?: (restored: AdminFollowUpPlaybook) => void
) => {
  const t = useText()
  const { id, type, name, enabled, definition } = playbook
  const restWarning = useRestWarning(playbook)
  const { reset, tryOutReset } = usePlaybookChanges()
  const { data } = useCalendars()
  const { data: vocabulary } = usePlaybookVocabulary()
  const own = vocabulary?.types.find((one) => one.type === type)?.own_playbook
  const { propose, pending, dialog } = useRuleChange()

  const putBack = async () => {
    if (pending) {
      return
    }
    try {
      await propose({
        dryRun: () => tryOutReset(id),
        save: async () => onDone?.(await reset(id)),
        done: t("settings.playbooks.wasReset", { name }),
        timeZone:
          calendarOf(definition.calendar_id, data?.calendars ?? [])?.definition
            .time_zone ?? browserTimeZone(),
        caution: {
          title: t("settings.playbooks.resetTitle"),
          text: [
            t("settings.playbooks.resetText", { name }),
            ...(own && own.enabled !== enabled
              ? [
                  t(
                    own.enabled
                      ? "settings.playbooks.resetSwitchesOn"
                      : "settings.playbooks.resetSwitchesOff"
                  ),
                ]
              : []),
            ...(own && !own.enabled && restWarning !== null
              ? [restWarning]
              : []),
          ].join(" "),
        },
        confirm: t("settings.playbooks.reset"),
      })
    } catch (error) {
      toastFailure(t, error)
    }
  }
  return { putBack, dialog }
}
