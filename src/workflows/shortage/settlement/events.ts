import type { MedusaContainer } from "@medusajs/framework/types"
import {
  Modules,
  OrderEditWorkflowEvents,
  ReservationItemWorkflowEvents,
} from "@medusajs/framework/utils"
import type { ChangeOfOrder } from "../../../shop/order-changes"
import type { Reserved } from "./reservations"

/** The events that Medusa emits when it confirms an edit. */
export async function emitEdit(
  order_id: string,
  change: ChangeOfOrder | null,
  { created, deleted }: Reserved,
  container: MedusaContainer
): Promise<void> {
  const bus = container.resolve(Modules.EVENT_BUS)
  await bus.emit([
    ...deleted.map((id) => ({
      name: ReservationItemWorkflowEvents.DELETED,
      data: { id, order_id },
    })),
    ...created.map((id) => ({
      name: ReservationItemWorkflowEvents.CREATED,
      data: { id, order_id },
    })),
  ])
  await bus.emit({
    name: OrderEditWorkflowEvents.CONFIRMED,
    data: {
      order_id,
      actions: change?.actions ?? [],
      no_notification: null,
    },
  })
}

/** The event that Medusa emits when a reservation is changed. */
export async function emitReservationsUpdated(
  order_id: string,
  ids: readonly string[],
  container: MedusaContainer
): Promise<void> {
  await container.resolve(Modules.EVENT_BUS).emit(
    ids.map((id) => ({
      name: ReservationItemWorkflowEvents.UPDATED,
      data: { id, order_id },
    }))
  )
}
