import { Text } from "@medusajs/ui"
import type { CallSheet } from "../api/queries"
import { useText } from "../i18n/use-text"
import { AttemptList } from "../task/attempt-list"
import { TaskHistory } from "../task/task-history"
import { CannedAnswers } from "./canned-answers"
import { CopyButton } from "./copy-button"
import { Delivery } from "./delivery"
import { EarlierOrders } from "./earlier-orders"
import { OrderedItems } from "./ordered-items"
import { OrderTotals } from "./order-totals"
import { Section } from "./section"

/** What to say, what it is about, and what was before. */
export const SheetContent = ({ sheet }: { sheet: CallSheet }) => {
  const t = useText()
  const { follow_up: task, order } = sheet
  const timeZone = task.calendar.time_zone
  return (
    <div className="divide-y divide-dashed">
      {sheet.script && (
        <Section
          title={t(task.phone ? "sheet.script" : "sheet.letter")}
          aside={
            <CopyButton text={sheet.script} label={t("sheet.copyScript")} />
          }
        >
          <Text
            size="base"
            className="border-ui-border-strong whitespace-pre-wrap break-words border-l-2 pl-3"
          >
            {sheet.script}
          </Text>
        </Section>
      )}
      {sheet.canned_answers.length > 0 && (
        <Section title={t("sheet.cannedAnswers")}>
          <CannedAnswers answers={sheet.canned_answers} />
        </Section>
      )}
      {order && (
        <Section title={t("sheet.items")}>
          <OrderedItems
            items={order.items}
            currencyCode={order.currency_code}
          />
          <OrderTotals order={order} />
          <Delivery order={order} />
        </Section>
      )}
      {sheet.earlier_orders.length > 0 && (
        <Section
          title={t("sheet.earlier", { count: sheet.earlier_order_count })}
        >
          <EarlierOrders orders={sheet.earlier_orders} timeZone={timeZone} />
        </Section>
      )}
      {sheet.attempts.length > 0 && (
        <Section title={t("sheet.attempts")}>
          <AttemptList attempts={sheet.attempts} timeZone={timeZone} />
        </Section>
      )}
      <Section title={t("sheet.history")}>
        <TaskHistory task={task} />
      </Section>
    </div>
  )
}
