import { Clock, ExclamationCircle, XCircle } from "@medusajs/icons"
import { useState } from "react"
import { useCounts } from "../api/counts"
import { useOrderNotices } from "../api/orders"
import { CallSheet } from "../call-sheet/call-sheet"
import type { AskedOutcome } from "../call-sheet/panel"
import { useText } from "../i18n/use-text"
import { ComingLater } from "../shortage/when-opened"
import { SmallButton } from "../task/small-button"
import { BackToCall } from "./back-to-call"
import { Band } from "./band"
import { noticeText } from "./notice-text"

/**
 * What whoever packs the order has to know, on top of Medusa's page: no more
 * than the gravest reason not to pack it, and what to do about it; and what of it
 * is to come later.
 */
const OrderBands = ({ orderId }: { orderId: string }) => {
  const t = useText()
  const notices = useOrderNotices(orderId)
  const notice = notices?.order_notices[0]
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
      {notice && (
        <Band
          tone={notice.level === "off" ? "red" : "orange"}
          icon={notice.level === "off" ? <XCircle /> : <ExclamationCircle />}
          text={noticeText(t, notice)}
        >
          {mayWork && (
            <>
              <SmallButton
                aria-haspopup="dialog"
                onClick={() => open(notice.task_id)}
              >
                {t("task.openSheet")}
              </SmallButton>
              {notice.level !== "pending" && (
                <SmallButton
                  aria-haspopup="dialog"
                  onClick={() => open(notice.task_id, "cancel_order")}
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

export default OrderBands
