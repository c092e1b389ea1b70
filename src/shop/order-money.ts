import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { amountOf, payable } from "./amounts"

/** Medusa's provider of payments outside of it, such as cash on delivery. */
const BY_HAND = "pp_system_default"

/** What an order costs, and what was paid for it, in major units. */
export type OrderMoney = {
  currency_code: string
  total: number
  discount_total: number
  /** What its items cost before discounts. */
  goods: number
  /** Yet to be paid; negative if too much was paid. */
  pending: number
  paid: number
  refunded: number
  /** Who gave the last refund, if Medusa knows: usually a user. */
  refunded_by: string | null
  is_canceled: boolean
  /** Whether it is paid outside of Medusa, as on delivery. */
  by_hand: boolean
  /** What was authorized with a provider, as far as it is not yet captured. */
  authorized: PaymentPart[]
  /** What was captured, as far as it was not returned; the most first. */
  captured: PaymentPart[]
}

type PaymentPart = { id: string; amount: number }

type OrderRow = {
  id: string
  currency_code: string
  total: BigNumberInput
  discount_total: BigNumberInput
  original_item_total: BigNumberInput
  status: string
  summary?: {
    pending_difference?: BigNumberInput
    paid_total?: BigNumberInput
    refunded_total?: BigNumberInput
  } | null
  payment_collections?: (CollectionRow | null)[] | null
}

/** A payment collection of an order, with `PAYMENT_FIELDS`. */
export type CollectionRow = { payments?: PaymentRow[] | null }

/** The fields of an order from which `authorizedIn` is known. */
export const PAYMENT_FIELDS = [
  "id",
  "provider_id",
  "amount",
  "captured_at",
  "canceled_at",
  "captures.amount",
].map((field) => `payment_collections.payments.${field}`)

type PaymentRow = {
  id: string
  provider_id: string
  amount: BigNumberInput
  captured_at?: unknown
  canceled_at?: unknown
  captures?: Part[] | null
  refunds?: RefundRow[] | null
}

type RefundRow = {
  amount: BigNumberInput
  created_by?: string | null
  created_at?: string | Date
} | null

type Part = { amount: BigNumberInput } | null

/** @returns null if the order no longer exists */
export async function moneyOfOrder(
  order_id: string,
  container: MedusaContainer
): Promise<OrderMoney | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "status",
        "currency_code",
        "total",
        "discount_total",
        "original_item_total",
        "summary",
        ...PAYMENT_FIELDS,
        "payment_collections.payments.refunds.amount",
        "payment_collections.payments.refunds.created_by",
        "payment_collections.payments.refunds.created_at",
      ],
      filters: { id: order_id },
    })
  const rows: OrderRow[] = data
  const [order] = rows
  if (!order) {
    return null
  }
  const payments = (order.payment_collections ?? []).flatMap(
    (collection) => collection?.payments ?? []
  )
  return {
    currency_code: order.currency_code,
    total: amountOf(order.total),
    discount_total: amountOf(order.discount_total),
    goods: amountOf(order.original_item_total),
    pending: amountOf(order.summary?.pending_difference),
    paid: amountOf(order.summary?.paid_total),
    refunded: amountOf(order.summary?.refunded_total),
    refunded_by: lastRefundBy(payments.flatMap(({ refunds }) => refunds ?? [])),
    is_canceled: order.status === "canceled",
    by_hand: payments.every(({ provider_id }) => provider_id === BY_HAND),
    authorized: authorizedIn(order.payment_collections),
    captured: payments
      .map(({ id, captures, refunds }) => ({
        id,
        amount: amountOf(sumOf(captures) - sumOf(refunds)),
      }))
      .filter(({ amount }) => amount > 0)
      .sort((one, other) => other.amount - one.amount),
  }
}

/** What is authorized with a provider, as far as it is not yet captured. */
export function authorizedIn(
  collections: readonly (CollectionRow | null)[] | null | undefined
): PaymentPart[] {
  return (collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
    .filter(isAuthorized)
    .map(({ id, amount, captures }) => ({
      id,
      amount: amountOf(amountOf(amount) - sumOf(captures)),
    }))
}

const isAuthorized = ({
  provider_id,
  captured_at,
  canceled_at,
}: Pick<PaymentRow, "provider_id" | "captured_at" | "canceled_at">) =>
  provider_id !== BY_HAND && !captured_at && !canceled_at

function lastRefundBy(refunds: readonly RefundRow[]): string | null {
  const [last] = refunds
    .flatMap((refund) => refund ?? [])
    .sort(
      (one, other) =>
        new Date(other.created_at ?? 0).getTime() -
        new Date(one.created_at ?? 0).getTime()
    )
  return last?.created_by ?? null
}

const sumOf = (parts: readonly Part[] | null | undefined): number =>
  (parts ?? []).reduce((sum, part) => sum + amountOf(part?.amount), 0)

/**
 * Since when an order's payment is authorized with a provider and not captured;
 * null if there is no such payment.
 */
export async function authorizedSince(
  order_id: string,
  container: MedusaContainer
): Promise<Date | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "id",
        "payment_collections.payments.provider_id",
        "payment_collections.payments.captured_at",
        "payment_collections.payments.canceled_at",
        "payment_collections.payments.created_at",
      ],
      filters: { id: order_id },
    })
  const rows: {
    payment_collections?:
      | ({
          payments?:
            | (Omit<PaymentRow, "id" | "amount"> & {
                created_at: string | Date
              })[]
            | null
        } | null)[]
      | null
  }[] = data
  const since = (rows[0]?.payment_collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
    .filter(isAuthorized)
    .map(({ created_at }) => new Date(created_at).getTime())
  return since.length > 0 ? new Date(Math.min(...since)) : null
}

/** What the shop has to return: of a canceled order, all that was paid. */
export function owedOf({
  currency_code,
  pending,
  paid,
  refunded,
  is_canceled,
}: OrderMoney): number {
  return payable(
    Math.max(0, is_canceled ? paid - refunded : -pending),
    currency_code
  )
}

/** What is yet to be paid of an order, and the payment collections that it has. */
export async function collectionsOfOrder(
  order_id: string,
  container: MedusaContainer
): Promise<{
  pending: number
  collections: {
    id: string
    status: string
    amount: number
    payments: { id: string; is_captured: boolean }[]
  }[]
}> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: [
        "summary",
        "payment_collections.id",
        "payment_collections.status",
        "payment_collections.amount",
        "payment_collections.payments.id",
        "payment_collections.payments.captured_at",
      ],
      filters: { id: order_id },
    })
  const rows: CollectionsRow[] = data
  const [order] = rows
  return {
    pending: amountOf(order?.summary?.pending_difference),
    collections: (order?.payment_collections ?? []).flatMap((collection) =>
      collection
        ? {
            id: collection.id,
            status: collection.status,
            amount: amountOf(collection.amount),
            payments: (collection.payments ?? []).map(
              ({ id, captured_at }) => ({ id, is_captured: !!captured_at })
            ),
          }
        : []
    ),
  }
}

type CollectionsRow = {
  summary?: { pending_difference?: BigNumberInput } | null
  payment_collections?:
    | ({
        id: string
        status: string
        amount: BigNumberInput
        payments?: { id: string; captured_at?: unknown }[] | null
      } | null)[]
    | null
}

/** The order of a payment; null if there is none. */
export async function orderOfPayment(
  payment_id: string,
  container: MedusaContainer
): Promise<string | null> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "payment",
      fields: ["id", "payment_collection.order.id"],
      filters: { id: payment_id },
    })
  const rows: {
    payment_collection?: { order?: { id: string } | null } | null
  }[] = data
  return rows.at(0)?.payment_collection?.order?.id ?? null
}
