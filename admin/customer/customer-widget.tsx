import { useText } from "../i18n/use-text"
import { TaskAttempts } from "../task/task-attempts"
import { TaskSection } from "../task/task-section"

/** A customer's tasks across all orders, each with its attempts. */
export const CustomerWidget = ({ customerId }: { customerId: string }) => {
  const t = useText()
  return (
    <TaskSection
      showOrder
      of={{ customer_id: customerId }}
      empty={t("widget.customerEmpty")}
      below={(task) => task.attempt_count > 0 && <TaskAttempts task={task} />}
    />
  )
}
