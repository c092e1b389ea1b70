import { useText } from "../i18n/use-text"
import { ReportMissing, type OrderToPack } from "../shortage/report-missing"
import { TaskHistory } from "../task/task-history"
import { TaskSection } from "../task/task-section"

/** An order's tasks, each with its history. */
export const OrderWidget = ({ order }: { order: OrderToPack }) => {
  const t = useText()
  return (
    <TaskSection
      of={{ order_id: order.id }}
      empty={t("widget.orderEmpty")}
      aside={<ReportMissing order={order} />}
      below={(task) => <TaskHistory task={task} />}
    />
  )
}
