import {
  keepPreviousData,
  useIsFetching,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  AdminAlternativesResponse,
  AdminAnnounceShortage,
  AdminAnswerOffer,
  AdminChangeOffer,
  AdminOfferAlternatives,
  AdminReplacementListResponse,
  AdminReportShortage,
  AdminReturnMoney,
  AdminReturnMoneyResponse,
  AdminSettleShortage,
  AdminShortageAnnouncementListResponse,
  AdminShortageListResponse,
  AdminShortageOfferListResponse,
  AdminShortageOfferResponse,
  AdminShortItemListResponse,
  AdminShortageReportResponse,
  AdminShortageSettlementResponse,
} from "../../src/api/admin/shortages/types"
import { useDespiteCall } from "../task/use-despite-call"
import { fetchAnswer } from "./fetch-answer"
import { followUpKeys } from "./keys"
import { readAnew } from "./read-anew"

const root = "shortages"

const keys = {
  of: (inventory_item_id: string) =>
    [...followUpKeys.all, root, inventory_item_id] as const,
  ofVariant: (variant_id: string, limit: number) =>
    [...followUpKeys.all, root, "variant", variant_id, limit] as const,
  replacements: (page: Page) =>
    [...followUpKeys.all, root, "replacements", page] as const,
  items: (page: Page) => [...followUpKeys.all, root, "items", page] as const,
  alternatives: (line_item_id: string, q: string) =>
    [...followUpKeys.all, root, "alternatives", line_item_id, q] as const,
  offers: (order_id: string) =>
    [...followUpKeys.all, root, "offers", order_id] as const,
  preview: (order_id: string, body: AdminSettleShortage) =>
    [...followUpKeys.all, root, "preview", order_id, body] as const,
}

/** What is asked about a short line; the server knows no other. */
const ABOUT_LINES = ["alternatives", "preview"].map((what) => [
  ...followUpKeys.all,
  root,
  what,
])

type Page = { limit: number; offset: number }

/** What is short now, by variant, and how much money waits for it. */
export const useShortItems = (page: Page) =>
  useQuery({
    queryKey: keys.items(page),
    queryFn: async () =>
      await fetchAnswer<AdminShortItemListResponse>("/items", {
        root,
        query: page,
      }),
    placeholderData: keepPreviousData,
  })

/** What customers took in place of what was out of stock. */
export const useReplacements = (page: Page) =>
  useQuery({
    queryKey: keys.replacements(page),
    queryFn: async () =>
      await fetchAnswer<AdminReplacementListResponse>("/replacements", {
        root,
        query: page,
      }),
    placeholderData: keepPreviousData,
  })

/** What waits for an inventory item, and when it is expected. */
export const useShortagesOfItem = (inventory_item_id: string) =>
  useQuery({
    queryKey: keys.of(inventory_item_id),
    queryFn: async () => {
      const query = { inventory_item_id }
      const { count, drift } = await fetchAnswer<AdminShortageListResponse>(
        "",
        {
          root,
          query: { ...query, limit: 1 },
        }
      )
      const { announcements } =
        await fetchAnswer<AdminShortageAnnouncementListResponse>(
          "/announcements",
          { root, query }
        )
      return { count, drift, announcements }
    },
  })

/** The order lines that wait for a variant, the longest first. */
export const useShortagesOfVariant = (variant_id: string, limit: number) =>
  useQuery({
    queryKey: keys.ofVariant(variant_id, limit),
    queryFn: async () =>
      await fetchAnswer<AdminShortageListResponse>("", {
        root,
        query: { variant_id, limit },
      }),
  })

/**
 * Whether the open sheet is being read. It may no longer have the line that is
 * shown until it has come, and of which the server knows nothing then. Those that
 * are prefetched for the next customers are not active.
 */
const useIsSheetComing = () =>
  useIsFetching({ queryKey: followUpKeys.callSheets, type: "active" }) > 0

/**
 * What may be done about a short line.
 *
 * @param q - what the agent seeks in the catalogue; nothing is asked while it is
 * empty. Omitted: what the plugin proposes.
 */
export const useAlternatives = (
  order_id: string,
  line_item_id: string,
  q?: string
) => {
  const isSheetComing = useIsSheetComing()
  return useQuery({
    queryKey: keys.alternatives(line_item_id, q ?? ""),
    queryFn: async () =>
      await fetchAnswer<AdminAlternativesResponse>(
        `/orders/${order_id}/lines/${line_item_id}/alternatives`,
        { root, query: q === undefined ? {} : { q } }
      ),
    enabled: q !== "" && !isSheetComing,
  })
}

/** Reports what is not on the shelf; tasks may open by it. */
export const useReportShortage = () =>
  useChange(
    async (body: AdminReportShortage) =>
      await fetchAnswer<AdminShortageReportResponse>("/reports", {
        method: "POST",
        body,
        root,
      })
  )

/** Announces when an inventory item is expected. */
export const useAnnounceShortage = () =>
  useChange(
    async (body: AdminAnnounceShortage) =>
      await fetchAnswer<AdminShortageAnnouncementListResponse>(
        "/announcements",
        { method: "POST", body, root }
      )
  )

/** What was offered in place of an order's lines, the latest first. */
export const useOffers = (order_id: string) =>
  useQuery({
    queryKey: keys.offers(order_id),
    queryFn: async () =>
      await fetchAnswer<AdminShortageOfferListResponse>(
        `/orders/${order_id}/offers`,
        { root }
      ),
    select: ({ offers }) => offers,
  })

/** Offers alternatives, and holds their units. */
export const useOfferAlternatives = (order_id: string) =>
  useChange(
    async (body: AdminOfferAlternatives) =>
      await fetchAnswer<AdminShortageOfferResponse>(
        `/orders/${order_id}/offers`,
        { method: "POST", body, root }
      )
  )

/** Records what the customer answered on the phone, and carries it out. */
export const useAnswerOffer = (offer_id: string) => {
  const sendOrAsk = useDespiteCall()
  return useSettling(
    async (body: AdminAnswerOffer) =>
      await sendOrAsk(
        async (despite) =>
          await fetchAnswer<AdminShortageOfferResponse>(
            `/offers/${offer_id}/answer`,
            { method: "POST", body: { ...body, ...despite }, root }
          )
      )
  )
}

/** Holds what an offer has held for as long again, from now. */
export const useProlongOffer = (offer_id: string) =>
  useChange(
    async (_: void) =>
      await fetchAnswer<AdminShortageOfferResponse>(
        `/offers/${offer_id}/prolong`,
        { method: "POST", body: {}, root }
      )
  )

/** Chooses whether payments are captured before its answer is carried out. */
export const useChangeOffer = (offer_id: string) =>
  useChange(
    async (body: AdminChangeOffer) =>
      await fetchAnswer<AdminShortageOfferResponse>(`/offers/${offer_id}`, {
        method: "POST",
        body,
        root,
      })
  )

/** Withdraws an offer that was not answered. */
export const useWithdrawOffer = (offer_id: string) =>
  useChange(
    async (_: void) =>
      await fetchAnswer<AdminShortageOfferResponse>(
        `/offers/${offer_id}/withdraw`,
        { method: "POST", body: {}, root }
      )
  )

/** What carrying it out would come to. */
export const useSettlementPreview = (
  order_id: string,
  body: AdminSettleShortage
) => {
  const isSheetComing = useIsSheetComing()
  return useQuery({
    enabled: !isSheetComing,
    queryKey: keys.preview(order_id, body),
    queryFn: async () =>
      await fetchAnswer<AdminShortageSettlementResponse>(
        `/orders/${order_id}/settlements/preview`,
        { method: "POST", body, root }
      ),
    select: ({ settlement }) => settlement,
    retry: false,
  })
}

/** Carries out what was agreed. */
export const useSettleShortage = (order_id: string) => {
  const sendOrAsk = useDespiteCall()
  return useSettling(
    async (body: AdminSettleShortage) =>
      await sendOrAsk(
        async (despite) =>
          await fetchAnswer<AdminShortageSettlementResponse>(
            `/orders/${order_id}/settlements`,
            { method: "POST", body: { ...body, ...despite }, root }
          )
      )
  )
}

/** Returns what the order owes. */
export const useReturnMoney = (order_id: string) => {
  const sendOrAsk = useDespiteCall()
  return useChange(
    async (body: AdminReturnMoney) =>
      await sendOrAsk(
        async (despite) =>
          await fetchAnswer<AdminReturnMoneyResponse>(
            `/orders/${order_id}/refund`,
            { method: "POST", body: { ...body, ...despite }, root }
          )
      )
  )
}

/**
 * A change after which the line may be gone, before what shows it is: what was
 * asked about it is not asked again until then.
 */
function useSettling<TBody, TAnswer>(
  change: (body: TBody) => Promise<TAnswer>
) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () =>
      await Promise.all(
        [false, true].map(
          async (isOfLine) =>
            await readAnew(cache, {
              queryKey: followUpKeys.all,
              predicate: ({ queryKey }) => isOfLine === isAboutLine(queryKey),
              refetchType: isOfLine ? "none" : "active",
            })
        )
      ),
  })
}

const isAboutLine = (queryKey: readonly unknown[]): boolean =>
  ABOUT_LINES.some((about) => about.every((part, at) => queryKey[at] === part))

function useChange<TBody, TAnswer>(change: (body: TBody) => Promise<TAnswer>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () =>
      await readAnew(cache, { queryKey: followUpKeys.all }),
  })
}
