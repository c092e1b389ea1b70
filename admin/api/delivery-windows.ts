import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { AdminDeliveryBoardResponse } from "../../src/api/admin/delivery-windows/types"
import type {
  AdminDeliveryWindowCalendarResponse,
  AdminDeliveryWindowChangeResponse,
  AdminDeliveryWindowDryRunResponse,
  AdminDeliveryWindowExceptionListResponse,
  AdminDeliveryWindowTemplateListResponse,
  AdminDeliveryWindowVocabularyResponse,
  AdminSaveDeliveryWindowException,
  AdminSaveDeliveryWindowTemplate,
} from "../../src/api/admin/delivery-windows/templates/types"
import type {
  AdminDeliveryBacklogResponse,
  AdminDeliveryPromiseListResponse,
  AdminDeliveryText,
  AdminDeliveryTextListResponse,
  AdminDeliveryTextPreviewResponse,
  AdminDeliveryTextResponse,
  AdminPreviewDeliveryText,
  AdminSaveDeliveryText,
} from "../../src/api/admin/delivery-windows/texts/types"
import type {
  AdminDeliveryGrantedResponse,
  AdminCarrierOfOrderResponse,
  AdminDeliveryLinkResponse,
  AdminMoveDeliveryBooking,
  AdminDeliveryOfOrderResponse,
  AdminReleaseDeliveryBooking,
} from "../../src/api/admin/delivery-windows/types"
import type { Instant } from "../../src/api/admin/follow-ups/types"
import { learnServerNow } from "../clock/clock"
import { useDespiteCall } from "../task/use-despite-call"
import { fetchAnswer, type Query } from "./fetch-answer"
import { followUpKeys } from "./keys"
import { live } from "./queries"
import { readAnew } from "./read-anew"

const root = "delivery-windows"
const key = [...followUpKeys.all, root] as const

/** Others book all day long; a page that stays open follows them. */
const BOARD_EVERY_MS = 30_000

/** As many as a shop has: they are shown on one page. */
const ALL = { limit: 200 }

/** The windows of a day and what goes out in them; today without a date. */
export const useBoard = (date: string | null) =>
  useQuery({
    ...live,
    queryKey: [...key, "board", date],
    queryFn: async () =>
      await askWithClock<AdminDeliveryBoardResponse>(
        "",
        date === null ? {} : { date }
      ),
    placeholderData: keepPreviousData,
    refetchInterval: BOARD_EVERY_MS,
  })

/** Deliveries that are over, and of which nobody said what became. */
export const useBacklog = () =>
  useQuery({
    ...live,
    queryKey: [...key, "backlog"],
    queryFn: async () => await ask<AdminDeliveryBacklogResponse>("/backlog"),
  })

/** When the carrier of an order comes; it is asked for that. */
export const useCarrier = (order_id: string) =>
  useQuery({
    ...live,
    queryKey: [...key, "carrier", order_id],
    queryFn: async () =>
      await ask<AdminCarrierOfOrderResponse>(`/orders/${order_id}/carrier`),
    select: ({ carrier_of_order }) => carrier_of_order,
  })

/**
 * The window that an order has, and those that it may have.
 *
 * @param enabled - false: it is not asked for yet
 */
export const useDelivery = (order_id: string, enabled = true) =>
  useQuery({
    ...live,
    enabled,
    queryKey: [...key, "order", order_id],
    queryFn: async () =>
      await askWithClock<AdminDeliveryOfOrderResponse>(`/orders/${order_id}`),
    select: ({ delivery }) => delivery,
  })

/** What the customer of an order was told, and whether it was kept. */
export const usePromises = (order_id: string, enabled: boolean) =>
  useQuery({
    ...live,
    enabled,
    queryKey: [...key, "promises", order_id],
    queryFn: async () =>
      await ask<AdminDeliveryPromiseListResponse>(
        `/orders/${order_id}/promises`
      ),
    select: ({ promises }) => promises,
  })

/** What customers are told, in each language. */
export const useDeliveryTexts = () =>
  useQuery({
    ...live,
    queryKey: [...key, "texts"],
    queryFn: async () => await ask<AdminDeliveryTextListResponse>("/texts"),
  })

/** A text, filled in with examples. */
export const useDeliveryTextPreview = (body: AdminPreviewDeliveryText) =>
  useQuery({
    ...live,
    queryKey: [...key, "texts", "preview", body],
    queryFn: async () =>
      await post<AdminDeliveryTextPreviewResponse>("/texts/preview", body),
    select: ({ preview }) => preview,
    placeholderData: keepPreviousData,
  })

type NamedText = Pick<AdminDeliveryText, "kind" | "language">

export const useSaveDeliveryText = ({ kind, language }: NamedText) =>
  useChange(
    async (body: AdminSaveDeliveryText) =>
      await post<AdminDeliveryTextResponse>(`/texts/${kind}/${language}`, body)
  )

/** Puts a text back to the plugin's own. */
export const useResetDeliveryText = ({ kind, language }: NamedText) =>
  useChange(
    async (_: void) =>
      await fetchAnswer<AdminDeliveryTextResponse>(
        `/texts/${kind}/${language}`,
        { method: "DELETE", root }
      )
  )

/** Whether the user may book a full window; false until that is known. */
export const useMayOverbook = (): boolean =>
  useQuery({
    ...live,
    queryKey: [...key, "granted"],
    queryFn: async () => await ask<AdminDeliveryGrantedResponse>("/granted"),
  }).data?.overbook ?? false

export type Agreed = AdminMoveDeliveryBooking & {
  order_id: string
  /** Whether it has a window already. */
  moves: boolean
}

/** Books a window for an order, or moves its booking; tasks may end by it. */
export const useAgreeOnWindow = () => {
  const sendOrAsk = useDespiteCall()
  return useChange(
    async ({ order_id, moves, ...body }: Agreed) =>
      await sendOrAsk(
        async (despite) =>
          await post(`/orders/${order_id}/${moves ? "move" : "book"}`, {
            ...body,
            ...despite,
          })
      )
  )
}

/** Gives up the window of an order. */
export const useReleaseWindow = (order_id: string) =>
  useChange(
    async (body: AdminReleaseDeliveryBooking) =>
      await post(`/orders/${order_id}/release`, body)
  )

/** The customer's page to move the booking, and what to send with it. */
export const useDeliveryLink = (order_id: string) =>
  useMutation({
    mutationFn: async () =>
      await post<AdminDeliveryLinkResponse>(`/orders/${order_id}/link`, {}),
  })

export const useTemplates = () =>
  useQuery({
    ...live,
    queryKey: [...key, "templates"],
    queryFn: async () =>
      await ask<AdminDeliveryWindowTemplateListResponse>("/templates", ALL),
    select: ({ templates }) => templates,
  })

/** What templates may name. */
export const useWindowVocabulary = () =>
  useQuery({
    ...live,
    queryKey: [...key, "vocabulary"],
    queryFn: async () =>
      await ask<AdminDeliveryWindowVocabularyResponse>("/templates/vocabulary"),
  })

/** Exceptions from today on. */
export const useWindowExceptions = () =>
  useQuery({
    ...live,
    queryKey: [...key, "exceptions"],
    queryFn: async () =>
      await ask<AdminDeliveryWindowExceptionListResponse>("/exceptions", ALL),
    select: ({ exceptions }) => exceptions,
  })

/**
 * The windows of these days, and how full each is.
 *
 * @param from - null: from today
 */
export const useWindowCalendar = (from: string | null, days: number) =>
  useQuery({
    ...live,
    queryKey: [...key, "calendar", from, days],
    queryFn: async () =>
      await askWithClock<AdminDeliveryWindowCalendarResponse>("/calendar", {
        days,
        ...(from !== null && { from }),
      }),
    placeholderData: keepPreviousData,
  })

/** The windows of a day, and how full each is; none without a date. */
export const useWindowsOn = (date: string) =>
  useQuery({
    ...live,
    enabled: date !== "",
    queryKey: [...key, "calendar", date, 1],
    queryFn: async () =>
      await askWithClock<AdminDeliveryWindowCalendarResponse>("/calendar", {
        days: 1,
        from: date,
      }),
    select: ({ windows }) =>
      windows.filter(({ local_date }) => local_date === date),
  })

export const useSaveTemplate = () =>
  useSaveOne<AdminSaveDeliveryWindowTemplate>("templates")
export const useTryTemplate = () =>
  useTryOne<AdminSaveDeliveryWindowTemplate>("templates")
export const useTryWindowException = () =>
  useTryOne<AdminSaveDeliveryWindowException>("exceptions")
export const useRemoveTemplate = () => useRemoveOne("templates")
export const useSaveWindowException = () =>
  useSaveOne<AdminSaveDeliveryWindowException>("exceptions")
export const useRemoveWindowException = () => useRemoveOne("exceptions")

const useSaveOne = <TBody extends object>(list: "templates" | "exceptions") =>
  useChange(
    /** @param id - null for a new one */
    async ({ id, body }: { id: string | null; body: TBody }) =>
      await post<AdminDeliveryWindowChangeResponse>(
        id === null ? `/${list}` : `/${list}/${id}`,
        body
      )
  )

/** What a change would lead to; nothing is changed. */
const useTryOne = <TBody extends object>(list: "templates" | "exceptions") =>
  useMutation({
    /** @param body - omitted to delete it */
    mutationFn: async ({ id, body }: { id: string | null; body?: TBody }) =>
      await fetchAnswer<AdminDeliveryWindowDryRunResponse>(
        id === null ? `/${list}` : `/${list}/${id}`,
        {
          method: body ? "POST" : "DELETE",
          body,
          root,
          query: { dry_run: true },
        }
      ),
  })

const useRemoveOne = (list: "templates" | "exceptions") =>
  useChange(
    async (id: string) =>
      await fetchAnswer<AdminDeliveryWindowChangeResponse>(`/${list}/${id}`, {
        method: "DELETE",
        root,
      })
  )

const ask = <TAnswer>(path: string, query?: Query) =>
  fetchAnswer<TAnswer>(path, { root, query })

async function askWithClock<TAnswer extends { now: Instant }>(
  path: string,
  query?: Query
): Promise<TAnswer> {
  const answer = await ask<TAnswer>(path, query)
  learnServerNow(answer.now)
  return answer
}

const post = <TAnswer>(path: string, body: object) =>
  fetchAnswer<TAnswer>(path, { method: "POST", body, root })

function useChange<TBody, TAnswer>(change: (body: TBody) => Promise<TAnswer>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () =>
      await readAnew(cache, { queryKey: followUpKeys.all }),
  })
}
