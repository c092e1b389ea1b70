import { useQuery, type QueryClient } from "@tanstack/react-query"
import type {
  AdminFollowUpDeskNoteKey,
  AdminFollowUpOrderNoticesResponse,
} from "../../src/api/admin/follow-ups/types"
import { ask } from "./client"
import { followUpKeys } from "./keys"
import { live } from "./queries"
import { readAnew } from "./read-anew"

/** Where an order's metadata keeps what the desk noted on it. */
export const DESK_NOTE_KEY: AdminFollowUpDeskNoteKey = "order_desk_note"

/** What whoever packs an order has to know; undefined until it is known. */
export const useOrderNotices = (order_id: string) =>
  useQuery({
    ...live,
    queryKey: followUpKeys.orderNotices(order_id),
    queryFn: async ({ signal }) =>
      await ask<AdminFollowUpOrderNoticesResponse>(
        `/orders/${order_id}/notices`,
        undefined,
        signal
      ),
  }).data

/** Refetches what Medusa's own parts of the page show of orders. */
export function refetchOrders(client: QueryClient): void {
  void readAnew(client, { queryKey: ["orders"] })
}
