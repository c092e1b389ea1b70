import { useText } from "../i18n/use-text"
import { TaskHistory } from "../task/task-history"
import { TaskSection } from "../task/task-section"

/** An order's tasks, each with its history. */
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
