import { useQuery, useQueryClient } from "@tanstack/react-query"
import { askMedusa, changeMedusa } from "../../api/client"
import { followUpKeys } from "../../api/keys"
import { refetchOrders } from "../../api/orders"
import { refetchTasks, retry } from "../../api/queries"
import type { CorrectableOrder, OrderCorrection } from "./correction"

/** The order as it is now, for a form. */
export const useCorrectableOrder = (order_id: string) =>
  useQuery({
    retry,
    gcTime: 0,
    queryKey: [...followUpKeys.all, "correctable-order", order_id],
    queryFn: async () =>
      (
        await askMedusa<{ order: CorrectableOrder }>(`/orders/${order_id}`, {
          fields: "id,email,shipping_address.*",
        })
      ).order,
  })

/** Changes an order by Medusa's own route; its tasks follow by its event. */
export const useCorrectOrder = (order_id: string) => {
  const client = useQueryClient()
  return async (correction: OrderCorrection): Promise<void> => {
    await changeMedusa(`/orders/${order_id}`, correction)
    refetchOrders(client)
    refetchTasks(client)
  }
}
