import { useText } from "../i18n/use-text"
import { TaskHistory } from "../task/task-history"
import { TaskSection } from "../task/task-section"

/** An order's open tasks and its task history. */
export const OrderWidget = ({ orderId }: { orderId: string }) => {
  const t = useText()
  return (
    <TaskSection
      of={{ order_id: orderId }}
      empty={t("widget.orderEmpty")}
      below={(task) => <TaskHistory task={task} />}
    />
  )
}
