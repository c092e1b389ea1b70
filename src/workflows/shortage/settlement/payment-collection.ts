import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrUpdateOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import { amountOf } from "../../../shop/amounts"

type OrderRow = {
  summary?: { pending_difference?: BigNumberInput } | null
  payment_collections?: (CollectionRow | null)[] | null
}

type CollectionRow = {
  id: string
  status: string
  amount: BigNumberInput
  payments?: { id: string; captured_at?: unknown }[] | null
}

const OPEN = ["not_paid", "awaiting"]
const AUTHORIZED = ["authorized", "partially_authorized"]

/**
 * Makes the order's payment collections fit its total, as Medusa does after an
 * edit. It makes a new collection and then cancels the authorized one: killed in
 * between, it would make a second one, and the customer could pay twice.
 */
export async function fitPaymentCollection(
  order_id: string,
  container: MedusaContainer
): Promise<void> {
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
  const rows: OrderRow[] = data
  const pending = amountOf(rows[0]?.summary?.pending_difference)
  const collections = (rows[0]?.payment_collections ?? []).filter(
    (collection) => collection !== null
  )
  const is_made = collections.some(
    ({ status, amount }) =>
      OPEN.includes(status) && amountOf(amount) === pending
  )
  const left = collections.filter(({ status }) => AUTHORIZED.includes(status))
  if (!is_made || left.length === 0) {
    await createOrUpdateOrderPaymentCollectionWorkflow(container).run({
      input: { order_id },
    })
    return
  }
  const service = container.resolve(Modules.PAYMENT)
  for (const { id, payments } of left) {
    await service.updatePaymentCollections(id, { status: "canceled" })
    for (const payment of payments ?? []) {
      if (!payment.captured_at) {
        await service.cancelPayment(payment.id)
      }
    }
  }
}
