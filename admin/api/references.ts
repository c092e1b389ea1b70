import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import type { AdminFollowUpConditionField } from "../../src/api/admin/follow-ups/playbooks/types"
import { askMedusa } from "./client"
import { followUpKeys } from "./keys"
import { retry } from "./queries"

/** A Medusa record that a condition may name, or a calendar applies to. */
export type Entity =
  NonNullable<AdminFollowUpConditionField["entity"]> | "stock_location"

export type Reference = { id: string; name: string }

type Source = {
  path: string
  /** The key of the list in the answer. */
  list: string
  /** The field to display; a payment provider has only its id. */
  name: "name" | "title" | "id"
  searched: boolean
}

const SOURCES: Record<Entity, Source> = {
  sales_channel: {
    path: "/sales-channels",
    list: "sales_channels",
    name: "name",
    searched: true,
  },
  stock_location: {
    path: "/stock-locations",
    list: "stock_locations",
    name: "name",
    searched: true,
  },
  region: { path: "/regions", list: "regions", name: "name", searched: true },
  payment_provider: {
    path: "/payments/payment-providers",
    list: "payment_providers",
    name: "id",
    searched: false,
  },
  shipping_option: {
    path: "/shipping-options",
    list: "shipping_options",
    name: "name",
    searched: true,
  },
  category: {
    path: "/product-categories",
    list: "product_categories",
    name: "name",
    searched: true,
  },
  collection: {
    path: "/collections",
    list: "collections",
    name: "title",
    searched: true,
  },
  customer_group: {
    path: "/customer-groups",
    list: "customer_groups",
    name: "name",
    searched: true,
  },
}

type Counted = { count: number; offset: number; limit: number }

type Answer = Counted & Record<string, Record<string, unknown>[] | undefined>

type Page = Counted & { references: Reference[] }

type PageQuery = { q?: string; limit?: number; offset?: number }

const PAGE_SIZE = 50

async function pageOf(
  entity: Entity,
  query: PageQuery & { id?: readonly string[] }
): Promise<Page> {
  const { path, list, name } = SOURCES[entity]
  const {
    [list]: found = [],
    count,
    offset,
    limit,
  } = await askMedusa<Answer>(path, {
    ...query,
    fields: name === "id" ? "id" : `id,${name}`,
  })
  const references = found.map((one) => ({
    id: String(one.id),
    name:
      name === "id" ? providerName(String(one.id)) : String(one[name] ?? ""),
  }))
  return { references, count, offset, limit }
}

/** `pp_stripe-blik_dkk` as Medusa's dashboard shows it: `Stripe Blik (DKK)`. */
export function providerName(id: string): string {
  const [, name = id, type] = id.split("_")
  const words = name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ")
  return type ? `${words} (${type.toUpperCase()})` : words
}

/** Whether Medusa can search them; if not, all of them come on one page. */
export const isSearched = (entity: Entity): boolean => SOURCES[entity].searched

/** The records that match the search, as `useComboboxData` expects them. */
export const referencesOptions = (entity: Entity) => ({
  pageSize: PAGE_SIZE,
  queryKey: [...followUpKeys.all, "references", entity],
  queryFn: ({ limit, offset, q }: PageQuery) =>
    pageOf(entity, { limit, offset, ...(isSearched(entity) && q && { q }) }),
  getOptions: ({ references }: Page) =>
    references.map(({ id, name }) => ({ value: id, label: name })),
})

/** One page: as many as a person looks through without searching. */
export const useReferences = (entity: Entity) =>
  useQuery({
    retry,
    staleTime: 60_000,
    // `useComboboxData` reads anything cached under its own key.
    queryKey: [...followUpKeys.all, "first-references", entity],
    queryFn: async () =>
      (await pageOf(entity, { limit: PAGE_SIZE })).references,
  })

/** The names of the records that are already selected. */
export const namesOptions = (entity: Entity, ids: readonly string[]) =>
  queryOptions({
    retry,
    enabled: ids.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryKey: [...followUpKeys.all, "reference-names", entity, ids],
    queryFn: async () =>
      (await pageOf(entity, { id: ids, limit: PAGE_SIZE })).references,
  })

/** The store's currencies, its default first. */
export const useCurrencies = () =>
  useQuery({
    retry,
    staleTime: 60_000,
    queryKey: [...followUpKeys.all, "currencies"],
    queryFn: async () => {
      const { stores } = await askMedusa<{
        stores: {
          supported_currencies: {
            currency_code: string
            is_default: boolean
          }[]
        }[]
      }>("/stores")
      return (stores[0]?.supported_currencies ?? [])
        .toSorted((a, b) => Number(b.is_default) - Number(a.is_default))
        .map(({ currency_code }) => currency_code)
    },
  })
