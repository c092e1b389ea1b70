import { Container, Heading, Hint, Text } from "@medusajs/ui"
import { isForbidden } from "../api/client"
import { useShortagesOfItem } from "../api/shortages"
import { dateText } from "../clock/moment-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { Drift } from "./drift"
import { announcedFor, SupplierDate } from "./supplier-date"

/** When an inventory item is expected, and how many order lines wait for it. */
const ExpectedStock = ({ inventoryItemId }: { inventoryItemId: string }) => {
  const t = useText()
  const { data, error } = useShortagesOfItem(inventoryItemId)
  if (isForbidden(error)) {
    return null
  }
  const announced = announcedFor(data?.announcements)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("stock.expectedTitle")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {announced?.expected_at
            ? [
                t("shortage.expected", {
                  date: dateText(t, Date.parse(announced.expected_at), "UTC"),
                }),
                announced.note,
              ]
                .filter(Boolean)
                .join(" · ")
            : t("shortage.noDate")}
        </Text>
        {data !== undefined && data.count > 0 && (
          <Text size="small" className="text-ui-tag-red-text">
            {t("stock.waiting", { count: data.count })}
          </Text>
        )}
        <Drift of={data?.drift ?? []} />
      </div>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        {error && (
          <Hint variant="error" role="alert">
            {refusalText(t, error)}
          </Hint>
        )}
        <SupplierDate
          of={{ inventory_item_id: inventoryItemId }}
          announced={announced}
        />
      </div>
    </Container>
  )
}

export default ExpectedStock
