import { Alert, toast } from "@medusajs/ui"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import { usePlaybookChanges } from "../../api/playbook-changes"
import { usePlaybooks } from "../../api/playbooks"
import { useText, type Text } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { toastFailure } from "../toast-failure"
import { groupByType, moved } from "./order"

/** That a playbook is never chosen, and why; null if it may be. */
export function takenByText(
  t: Text,
  { taken_by }: AdminFollowUpPlaybook
): string | null {
  const names = taken_by.map(({ name }) => name).join(", ")
  return taken_by.length > 0 ? t("settings.playbooks.takenBy", { names }) : null
}

/** Says in the list that a playbook is never chosen. */
export const TakenBy = ({ playbook }: { playbook: AdminFollowUpPlaybook }) => {
  const said = takenByText(useText(), playbook)
  return said && <span className="text-ui-tag-orange-text">{said}</span>
}

/** Says on a playbook's page that it is never chosen, and offers what to do. */
export const TakenByAlert = ({
  playbook,
}: {
  playbook: AdminFollowUpPlaybook
}) => {
  const t = useText()
  const { order } = usePlaybookChanges()
  const { data: playbooks = [] } = usePlaybooks()
  const said = takenByText(t, playbook)
  const { id, name, type, taken_by } = playbook
  const ofType = groupByType(playbooks, [type])[0]?.playbooks ?? []
  const place = (id: string) => ofType.findIndex((one) => one.id === id)
  const to = Math.min(...taken_by.map((taker) => place(taker.id)))
  const move = async () => {
    try {
      const ids = moved(ofType, place(id), to).map(({ id }) => id)
      await order({ type, ids })
      toast.success(
        t("settings.playbooks.movedTo", {
          name,
          position: to + 1,
          total: ids.length,
        })
      )
    } catch (error) {
      toastFailure(t, error)
    }
  }
  return (
    said && (
      <Alert variant="warning" role="status">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="min-w-0">{said}</span>
          <SmallButton onClick={() => void move()}>
            {t("settings.playbooks.moveAbove")}
          </SmallButton>
        </div>
      </Alert>
    )
  )
}
