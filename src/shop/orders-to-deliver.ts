import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf, amountPerUnit, payable } from "./amounts"
import { customerComment } from "./customer-comment"
import { amountsOfOrders, type OrderAmounts } from "./order-amounts"
import { authorizedIn, type CollectionRow, PAYMENT_FIELDS } from "./order-money"
import { titleOf } from "./ordered-lines"
import { personFacts, type PersonRow } from "./people"

/** What a courier has to know of an order. Amounts are in major units. */
export type OrderToDeliver = {
  id: string
  display_id: number
  name: string | null
  /** As typed. */
  phone: string | null
  /** One line each, in the order of an envelope, without the name. */
  address: string[]
  /** What the customer wrote with the order. */
  note: string | null
  /**
   * To be paid when what goes now is delivered; 0 if nothing is. What a card is
   * authorized for is not asked for again.
   */
  to_collect: number
  /** The same, with what comes later. */
  to_collect_in_all: number
  currency_code: string
  items: ItemToDeliver[]
  /**
   * Whether only a part goes now: the rest comes later, or was delivered before.
   * What was collected before is known only once the shop has recorded it.
   */
  is_part: boolean
  is_canceled: boolean
}

export type ItemToDeliver = {
  title: string
  /** Units that go now, of those that were not delivered. */
  quantity: number
  later: UnitsLater | null
}

/** Units of a line that come later than the rest. */
export type UnitsLater = {
  units: number
  /** Null if that is unknown. */
  expected_at: Date | null
}

const ADDRESS = [
  "company",
  "address_1",
  "address_2",
  "postal_code",
  "city",
  "province",
] as const

type AddressRow = PersonRow &
  Partial<Record<(typeof ADDRESS)[number], string | null>>

type ItemRow = {
  id: string
  title: string
  product_title?: string | null
  variant_title?: string | null
  detail?: { quantity?: unknown; delivered_quantity?: unknown } | null
}

type OrderRow = {
  id: string
  display_id: unknown
  status: string
  metadata?: Record<string, unknown> | null
  currency_code: string
  summary?: { pending_difference?: BigNumberInput } | null
  shipping_address?: AddressRow | null
  customer?: PersonRow | null
  items?: (ItemRow | null)[] | null
  payment_collections?: (CollectionRow | null)[] | null
}

/**
 * What couriers have to know of these orders; deleted ones are omitted.
 *
 * @param customer_comment_key - see `customerComment`
 * @param later - units that do not go yet, by line
 */
export async function ordersToDeliver(
  ids: readonly string[],
  customer_comment_key: string | null,
  later: ReadonlyMap<string, UnitsLater>,
  container: MedusaContainer
): Promise<Map<string, OrderToDeliver>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "display_id",
        "status",
        "metadata",
        "currency_code",
        "summary",
        "items.id",
        "items.title",
        "items.product_title",
        "items.variant_title",
        "items.detail.quantity",
        "items.detail.delivered_quantity",
        ...PAYMENT_FIELDS,
        ...["first_name", "last_name", "phone"].flatMap((field) => [
          `shipping_address.${field}`,
          `customer.${field}`,
        ]),
        ...ADDRESS.map((field) => `shipping_address.${field}`),
      ],
      filters: { id: [...new Set(ids)] },
    })
  const rows: OrderRow[] = data
  // Totals take a read of all that an order has.
  const amounts = await amountsOfOrders(
    rows.filter((order) => comesInParts(order, later)).map(({ id }) => id),
    container
  )
  return new Map(
    rows.map((order) => [
      order.id,
      toDeliver(order, customer_comment_key, later, amounts.get(order.id)),
    ])
  )
}

const itemsOf = ({ items }: OrderRow): ItemRow[] =>
  (items ?? []).filter((item) => item !== null)

const comesInParts = (
  order: OrderRow,
  later: ReadonlyMap<string, UnitsLater>
): boolean => itemsOf(order).some(({ id }) => later.has(id))

function toDeliver(
  order: OrderRow,
  comment_key: string | null,
  later: ReadonlyMap<string, UnitsLater>,
  amounts: OrderAmounts | undefined
): OrderToDeliver {
  const recipient = personFacts(order.shipping_address ?? {})
  const customer = personFacts(order.customer ?? {})
  const in_all = toCollect(order)
  const cost_later = itemsOf(order).reduce(
    (sum, item) =>
      sum +
      amountPerUnit(amounts?.lines.get(item.id) ?? 0, orderedOf(item)) *
        (later.get(item.id)?.units ?? 0),
    0
  )
  return {
    id: order.id,
    display_id: Number(order.display_id),
    name: recipient.name ?? customer.name,
    phone: recipient.phone ?? customer.phone,
    address: addressLines(order.shipping_address),
    note: customerComment(order.metadata, comment_key),
    to_collect: payable(Math.max(0, in_all - cost_later), order.currency_code),
    to_collect_in_all: in_all,
    currency_code: order.currency_code,
    ...goodsOf(order, later),
    is_canceled: order.status === "canceled",
  }
}

/** What goes now. Of an order that is delivered, all that was. */
function goodsOf(
  order: OrderRow,
  later: ReadonlyMap<string, UnitsLater>
): Pick<OrderToDeliver, "items" | "is_part"> {
  const items = itemsOf(order)
  const isOver = items.every((item) => deliveredOf(item) >= orderedOf(item))
  const delivered = (item: ItemRow) => (isOver ? 0 : deliveredOf(item))
  return {
    items: items.map((item) => ({
      title: [titleOf(item), item.variant_title].filter(Boolean).join(" · "),
      quantity: Math.max(
        0,
        orderedOf(item) - delivered(item) - (later.get(item.id)?.units ?? 0)
      ),
      later: later.get(item.id) ?? null,
    })),
    is_part:
      comesInParts(order, later) || items.some((item) => delivered(item) > 0),
  }
}

const orderedOf = ({ detail }: ItemRow) => Number(detail?.quantity ?? 0)

const deliveredOf = ({ detail }: ItemRow) =>
  Number(detail?.delivered_quantity ?? 0)

function toCollect({ status, summary, payment_collections }: OrderRow): number {
  const authorized = authorizedIn(payment_collections).reduce(
    (sum, { amount }) => sum + amount,
    0
  )
  return status === "canceled"
    ? 0
    : Math.max(0, amountOf(amountOf(summary?.pending_difference) - authorized))
}

function addressLines(address: AddressRow | null | undefined): string[] {
  return [
    [address?.company],
    [address?.address_1, address?.address_2],
    [address?.postal_code, address?.city],
    [address?.province],
  ]
    .map((parts) => parts.filter(Boolean).join(" "))
    .filter((line) => line !== "")
}
