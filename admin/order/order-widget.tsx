import { ExclamationCircle, XCircle } from "@medusajs/icons"
import { DESK_NOTE_KEY, useOrderNotices } from "../api/orders"
import { OrderDelivery } from "../delivery-window/when-opened"
import { useText } from "../i18n/use-text"
import type { OrderToPack } from "../shortage/order-to-pack"
import { ReportMissing } from "../shortage/when-opened"
import { TaskHistory } from "../task/task-history"
import { TaskSection } from "../task/task-section"
import { noticeText } from "./notice-text"

type OrderOfPage = { id: string; metadata?: Record<string, unknown> | null }

/** An order's tasks, each with its history, and when the courier comes. */
export const OrderWidget = ({
  order,
}: {
  order: OrderToPack & OrderOfPage
}) => {
  const t = useText()
  return (
    <>
      <TaskSection
        of={{ order_id: order.id }}
        empty={t("widget.orderEmpty")}
        aside={<ReportMissing order={order} />}
        above={<ToPackers order={order} />}
        below={(task) => <TaskHistory task={task} />}
      />
      <OrderDelivery orderId={order.id} />
    </>
  )
}

/** What the desk has to say to whoever packs the order. */
const ToPackers = ({ order: { id, metadata } }: { order: OrderOfPage }) => {
  const t = useText()
  const notices = useOrderNotices(id)?.order_notices ?? []
  const note = metadata?.[DESK_NOTE_KEY]
  return (
    <div className="txt-compact-small flex flex-col gap-y-2 px-6 py-4 empty:hidden">
      {notices.map((notice) => (
        <p
          key={notice.task_id}
          className="flex items-center gap-x-2 font-medium"
        >
          {notice.level === "off" ? (
            <XCircle aria-hidden className="text-ui-tag-red-icon shrink-0" />
          ) : (
            <ExclamationCircle
              aria-hidden
              className="text-ui-tag-orange-icon shrink-0"
            />
          )}
          {noticeText(t, notice)}
        </p>
      ))}
      {typeof note === "string" && note.trim() !== "" && (
        <p dir="auto" className="whitespace-pre-wrap break-words">
          <span className="text-ui-fg-subtle">{t("order.deskNote")}: </span>
          {note}
        </p>
      )}
    </div>
  )
}
