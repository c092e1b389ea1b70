import { Text } from "@medusajs/ui"
import type { CallSheet } from "../api/queries"
import { useFollowUp } from "../api/queries"
import { useText } from "../i18n/use-text"
import { ActivityList } from "../task/activity-list"
import { AttemptList } from "../task/attempt-list"
import { OrderLink } from "../task/order-link"
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
        <Section title={t("sheet.script")}>
          <Text
            size="base"
            className="border-ui-border-strong whitespace-pre-wrap break-words border-l-2 pl-3"
          >
            {sheet.script}
          </Text>
        </Section>
      )}
      {order && (
        <Section
          title={t("sheet.items")}
          aside={
            <OrderLink
              task={task}
              className="txt-compact-small text-ui-fg-base"
            />
          }
        >
          <OrderedItems
            items={order.items}
            currencyCode={order.currency_code}
          />
          <OrderTotals order={order} />
          <Delivery order={order} />
        </Section>
      )}
      <Section
        title={
          sheet.earlier_order_count > 0
            ? t("sheet.earlier", { count: sheet.earlier_order_count })
            : t("sheet.firstOrder")
        }
      >
        {sheet.earlier_orders.length > 0 && (
          <EarlierOrders orders={sheet.earlier_orders} timeZone={timeZone} />
        )}
      </Section>
      <Section title={t("sheet.attempts")}>
        {sheet.attempts.length > 0 ? (
          <AttemptList attempts={sheet.attempts} timeZone={timeZone} />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("sheet.noAttempts")}
          </Text>
        )}
      </Section>
      <TaskHistory id={task.id} timeZone={timeZone} />
    </div>
  )
}

const TaskHistory = ({ id, timeZone }: { id: string; timeZone: string }) => {
  const t = useText()
  const { data } = useFollowUp(id)
  if (!data || data.activities.length === 0) {
    return null
  }
  return (
    <Section title={t("sheet.history")}>
      <ActivityList activities={data.activities} timeZone={timeZone} />
    </Section>
  )
}
