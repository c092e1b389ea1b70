import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOrUpdateOrderPaymentCollectionWorkflow } from "@medusajs/medusa/core-flows"
import { collectionsOfOrder } from "../../../shop/order-money"

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
  const { pending, collections } = await collectionsOfOrder(order_id, container)
  const is_made = collections.some(
    ({ status, amount }) => OPEN.includes(status) && amount === pending
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
    for (const payment of payments) {
      if (!payment.is_captured) {
        await service.cancelPayment(payment.id)
      }
    }
  }
}
