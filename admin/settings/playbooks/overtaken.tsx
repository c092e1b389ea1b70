import { Alert } from "@medusajs/ui"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"

/** Says that another user has saved the playbook, and offers what to do. */
export const Overtaken = ({
  latest,
  onTakeLatest,
}: {
  latest: AdminFollowUpPlaybook
  onTakeLatest: () => void
}) => {
  const t = useText()
  return (
    <Alert
      variant="warning"
      role="alert"
      data-wrong
      tabIndex={-1}
      className="outline-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0">
          {t("settings.playbooks.overtaken", { version: latest.version })}
        </span>
        <SmallButton onClick={onTakeLatest}>
          {t("settings.playbooks.takeLatest")}
        </SmallButton>
      </div>
    </Alert>
  )
}
