import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminImportPins,
  AdminPinAlternatives,
  AdminPinAlternativesResponse,
  AdminPinsExportResponse,
  AdminPinsImportResponse,
  AdminPinsResponse,
} from "../../src/api/admin/shortages/types"
import { fetchAnswer, sdk } from "./fetch-answer"
import { followUpKeys } from "./keys"
import { readAnew } from "./read-anew"

const root = "shortages"
const key = [...followUpKeys.all, root, "pins"] as const

/** What is pinned to the variants of a product. */
export const usePins = (product_id: string) =>
  useQuery({
    queryKey: [...key, product_id],
    queryFn: async () =>
      await fetchAnswer<AdminPinsResponse>("/pins", {
        root,
        query: { product_id },
      }),
  })

export const usePinAlternatives = () =>
  useChange(
    async (body: AdminPinAlternatives) =>
      await fetchAnswer<AdminPinAlternativesResponse>("/pins", {
        method: "POST",
        body,
        root,
      })
  )

/** All pinned pairs, as a file that can be imported. */
export const useExportPins = () =>
  useMutation({
    mutationFn: async (_: void) =>
      await fetchAnswer<AdminPinsExportResponse>("/pins/export", { root }),
  })

/** Pins the pairs of a file, all or none. */
export const useImportPins = () =>
  useChange(
    async (body: AdminImportPins) =>
      await fetchAnswer<AdminPinsImportResponse>("/pins/import", {
        method: "POST",
        body,
        root,
      })
  )

function useChange<TBody, TAnswer>(change: (body: TBody) => Promise<TAnswer>) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => await readAnew(cache, { queryKey: key }),
  })
}

/** Variants that a person seeks, by Medusa's own search; none while `q` is empty. */
export const useVariantSearch = (q: string) =>
  useQuery({
    queryKey: [...key, "search", q],
    queryFn: async () => {
      const { variants } = await sdk.admin.productVariant.list({
        q,
        limit: 8,
        fields: "id,title,sku,product.title",
      })
      return variants.map(({ id, title, sku, product }) => ({
        variant_id: id,
        title: product?.title ?? title ?? id,
        variant_title: title,
        sku,
      }))
    },
    enabled: q !== "",
  })
