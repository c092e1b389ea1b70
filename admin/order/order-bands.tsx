import { Clock, ExclamationCircle, XCircle } from "@medusajs/icons"
import { useState } from "react"
import type { AdminStillShort } from "../../src/api/admin/follow-ups/types"
import { useCounts } from "../api/counts"
import { useOrderNotices } from "../api/orders"
import { CallSheet } from "../call-sheet/call-sheet"
import type { AskedOutcome } from "../call-sheet/panel"
import { useText } from "../i18n/use-text"
import { ShortageTexts } from "../shortage/shortage-texts"
import { nameOfVariant } from "../shortage/name-of-variant"
import { ComingLater } from "../shortage/when-opened"
import { SmallButton } from "../task/small-button"
import { BackToCall } from "./back-to-call"
import { Band } from "./band"
import { noticeText } from "./notice-text"

/**
 * What whoever packs the order has to know, on top of Medusa's page: all reasons
 * not to pack it, the gravest first, which lines are short, and what to do about
 * it; and what of it is to come later.
 */
const OrderBands = ({ orderId }: { orderId: string }) => {
  const t = useText()
  const notices = useOrderNotices(orderId)
  const reasons = notices?.order_notices ?? []
  const [gravest] = reasons
  const short = notices?.still_short ?? []
  // Whoever may not see the desk is told, but has nothing to do there.
  const mayWork = useCounts().data !== undefined
  const [openId, setOpenId] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedOutcome | null>(null)
  const open = (taskId: string, action?: "cancel_order") => {
    setAsked(action ? { taskId, action } : null)
    setOpenId(taskId)
  }
  return (
    // Medusa places the cards of plugins below its own.
    <div className="order-first flex flex-col gap-y-3 empty:hidden">
      <BackToCall orderId={orderId} />
      {(gravest || short.length > 0) && (
        <Band
          tone={gravest?.level === "off" ? "red" : "orange"}
          icon={gravest?.level === "off" ? <XCircle /> : <ExclamationCircle />}
          text={
            <ul className="flex flex-col gap-y-1">
              {reasons.map((notice) => (
                <li key={notice.task_id}>{noticeText(t, notice)}</li>
              ))}
              {short.length > 0 && (
                <ShortageTexts>
                  <StillShort lines={short} />
                </ShortageTexts>
              )}
            </ul>
          }
        >
          {mayWork && gravest && (
            <>
              <SmallButton
                aria-haspopup="dialog"
                onClick={() => open(gravest.task_id)}
              >
                {t("task.openSheet")}
              </SmallButton>
              {gravest.level !== "pending" && (
                <SmallButton
                  aria-haspopup="dialog"
                  onClick={() => open(gravest.task_id, "cancel_order")}
                >
                  {t("fallback.cancelOrder")}
                </SmallButton>
              )}
            </>
          )}
        </Band>
      )}
      {notices && notices.coming_later?.length !== 0 && (
        <Band
          tone="orange"
          icon={<Clock />}
          text={<ComingLater lines={notices.coming_later} timeZone="UTC" />}
        />
      )}
      {mayWork && (
        <CallSheet
          taskId={openId}
          asked={asked}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  )
}

/** "Desk lamp · Graphite: 1 of 2 short". */
const StillShort = ({ lines }: { lines: readonly AdminStillShort[] }) => {
  const t = useText()
  return lines.map(({ line_item_id, short_by, outstanding, ...line }) => (
    <li key={line_item_id} dir="auto">
      {`${nameOfVariant(line)}: ${t("shortage.shortOf", {
        units: short_by,
        count: outstanding,
      })}`}
    </li>
  ))
}

export default OrderBands
