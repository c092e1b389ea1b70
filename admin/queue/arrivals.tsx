import { ArrowUpMini } from "@medusajs/icons"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"
import { customerName } from "../task/customer-name"
import { SmallButton } from "../task/small-button"

/** The most names to read out at once. */
const NAMED = 3

/** Announces new rows to screen readers. */
export const ArrivalsSpoken = ({ tasks }: { tasks: readonly FollowUp[] }) => {
  const t = useText()
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {tasks.length > 0 &&
        t("queue.arrived", {
          count: tasks.length,
          names: tasks
            .slice(0, NAMED)
            .map((task) => customerName(t, task))
            .join(", "),
        })}
    </div>
  )
}

/** New rows held back because showing them would move others. */
export const HeldRows = ({
  count,
  onShow,
}: {
  count: number
  onShow: () => void
}) => {
  const t = useText()
  if (count === 0) {
    return null
  }
  return (
    <div className="pointer-events-none sticky top-2 z-10 h-0">
      <div className="flex justify-center pt-2">
        <SmallButton
          variant="primary"
          className="pointer-events-auto rounded-full px-3"
          onClick={onShow}
        >
          <ArrowUpMini aria-hidden />
          {t("queue.new", { count })} · {t("queue.show")}
        </SmallButton>
      </div>
    </div>
  )
}
