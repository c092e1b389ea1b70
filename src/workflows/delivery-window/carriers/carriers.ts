import { container } from "@medusajs/framework"
import {
  DELIVERY_CARRIERS,
  type DeliveryCarrier,
} from "../../../desk/delivery-carrier"

/**
 * The carriers of this shop, in the order in which they were registered. Other
 * plugins add theirs to Medusa's container; it has the last one first.
 */
export function carriersOf(): DeliveryCarrier[] {
  const added = container.resolve<readonly DeliveryCarrier[] | undefined>(
    DELIVERY_CARRIERS,
    { allowUnregistered: true }
  )
  return [...(added ?? [])].reverse()
}
