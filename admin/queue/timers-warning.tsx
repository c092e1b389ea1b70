import { Text } from "@medusajs/ui"
import { useHealth } from "../api/queries"
import { useText } from "../i18n/use-text"

const EVERY_MS = 30_000

/** Shown while the timers cannot be trusted: the queue may lack what is due. */
export const TimersWarning = () => {
  const t = useText()
  const { data } = useHealth(EVERY_MS)
  if (!data || data.health.timers.are_trusted) {
    return null
  }
  return (
    <Text
      role="alert"
      size="small"
      className="bg-ui-tag-orange-bg text-ui-tag-orange-text px-6 py-2 max-lg:px-4"
    >
      {t("queue.timersStopped")}
    </Text>
  )
}
