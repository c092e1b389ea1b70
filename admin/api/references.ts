import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import type { AdminFollowUpConditionField } from "../../src/api/admin/follow-ups/playbooks/types"
import { askMedusa } from "./client"
import { followUpKeys } from "./keys"
import { retry } from "./queries"

/** Something of Medusa's that a condition may name, or a calendar applies to. */
export type Entity =
  NonNullable<AdminFollowUpConditionField["entity"]> | "stock_location"

export type Reference = { id: string; name: string }

type Source = {
  path: string
  /** The answer's list. */
  list: string
  /** The field that it is known by; a payment provider has its id alone. */
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

/** As many as a person looks through; the search finds the others. */
const SHOWN = 50

type Answer = Record<string, Record<string, unknown>[] | undefined>

async function references(
  entity: Entity,
  query: Record<string, string | readonly string[] | undefined>
): Promise<Reference[]> {
  const { path, list, name } = SOURCES[entity]
  const answer = await askMedusa<Answer>(path, {
    ...query,
    fields: name === "id" ? "id" : `id,${name}`,
    limit: SHOWN,
  })
  return (answer[list] ?? []).map((found) => ({
    id: String(found.id),
    name:
      name === "id"
        ? providerName(String(found.id))
        : String(found[name] ?? ""),
  }))
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

/** Those that the search finds; all of them where nothing is searched. */
export const useReferences = (entity: Entity, search: string) =>
  useQuery({
    retry,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryKey: [...followUpKeys.all, "references", entity, search],
    queryFn: () =>
      references(entity, {
        q: SOURCES[entity].searched && search ? search : undefined,
      }),
  })

/** The names of those that are chosen already. */
export const namesOptions = (entity: Entity, ids: readonly string[]) =>
  queryOptions({
    retry,
    enabled: ids.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryKey: [...followUpKeys.all, "reference-names", entity, ids],
    queryFn: () => references(entity, { id: ids }),
  })

/** The currencies that the store sells in, its own first. */
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
