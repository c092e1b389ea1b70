import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminFollowUpScriptPreviewResponse,
  AdminFollowUpScriptVariablesResponse,
  AdminPreviewFollowUpScript,
} from "../../src/api/admin/follow-ups/scripts/types"
import { askMedusa, askWithoutClock, change } from "./client"
import { followUpKeys } from "./keys"
import { HOUR_MS, retry } from "./queries"

export const useScriptVariables = () =>
  useQuery({
    retry,
    staleTime: HOUR_MS,
    queryKey: [...followUpKeys.all, "script-variables"],
    queryFn: async () => {
      const { variables } =
        await askWithoutClock<AdminFollowUpScriptVariablesResponse>(
          "/scripts/variables"
        )
      return variables
    },
  })

/** The text rendered for an order, or its errors. */
export const useScriptPreview = (asked: AdminPreviewFollowUpScript) =>
  useQuery({
    retry,
    enabled: asked.text.trim() !== "",
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryKey: [...followUpKeys.all, "script-preview", asked],
    queryFn: async () => {
      const { preview } = await change<AdminFollowUpScriptPreviewResponse>(
        "/scripts/preview",
        asked
      )
      return preview
    },
  })

type FoundOrders = { orders: { id: string; display_id: number }[] }

/** The order with this number; null if there is none. */
export const useOrderOfNumber = (number: string) =>
  useQuery({
    retry,
    enabled: number !== "",
    staleTime: 60_000,
    queryKey: [...followUpKeys.all, "order-of-number", number],
    queryFn: async () => {
      const { orders } = await askMedusa<FoundOrders>("/orders", {
        q: number,
        fields: "id,display_id",
        limit: 100,
      })
      return (
        orders.find(({ display_id }) => String(display_id) === number) ?? null
      )
    },
  })
