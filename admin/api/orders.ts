import {
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import type {
  AdminFollowUpDeskNoteKey,
  AdminFollowUpOrderNoticesResponse,
} from "../../src/api/admin/follow-ups/types"
import type {
  CorrectableOrder,
  OrderCorrection,
} from "../desk/order/correction"
import { ask, askMedusa, changeMedusa } from "./client"
import { followUpKeys } from "./keys"
import { live, refetchTasks, retry } from "./queries"

/** Where an order's metadata keeps what the desk noted on it. */
export const DESK_NOTE_KEY: AdminFollowUpDeskNoteKey = "order_desk_note"

/** Why an order had better not be packed. */
export const useOrderNotices = (order_id: string) =>
  useQuery({
    ...live,
    queryKey: followUpKeys.orderNotices(order_id),
    queryFn: async ({ signal }) =>
      (
        await ask<AdminFollowUpOrderNoticesResponse>(
          `/orders/${order_id}/notices`,
          undefined,
          signal
        )
      ).order_notices,
  })

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

/** Refetches what Medusa's own parts of the page show of orders. */
export function refetchOrders(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ["orders"] })
}

/** The edit of an order that is not confirmed yet. */
export const usePendingEdit = (order_id: string, enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    gcTime: 0,
    // Nothing tells the page when somebody confirms or cancels it.
    refetchInterval: 1_000,
    queryKey: [...followUpKeys.all, "pending-edit", order_id],
    queryFn: async () => {
      const { order } = await askMedusa<{
        order: { order_change: { status: string } | null }
      }>(`/orders/${order_id}/preview`)
      return order.order_change?.status ?? null
    },
  })
