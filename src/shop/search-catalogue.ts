import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** The indexes of Medusa's Search module that lead to variants, the best first. */
const INDEXED = ["product_variant", "variant", "product"]

/**
 * The products that a person seeks, the most fitting first: by Medusa's Search
 * module where the shop has filled an index of its products or variants, else by
 * the words of titles and SKUs.
 */
export async function searchCatalogue(
  q: string,
  take: number,
  container: MedusaContainer
): Promise<string[]> {
  const search = container.resolve(Modules.SEARCH, { allowUnregistered: true })
  // Until an index has been filled for the first time, nothing is found in it.
  const indexes = ((await search?.listIndexes()) ?? []).filter(
    ({ status }) => status !== "pending"
  )
  const index = INDEXED.flatMap((entity) =>
    indexes.filter((one) => one.entity === entity)
  ).at(0)
  if (!index) {
    return await searchByWords(q, take, container)
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .search({
      entity: index.name,
      filters: { q },
      pagination: { skip: 0, take },
      search_options: { match_strategy: "last" },
    })
  const rows: { id?: string; product_id?: string }[] = data
  return unique(rows.flatMap(({ id, product_id }) => product_id ?? id ?? []))
}

async function searchByWords(
  q: string,
  take: number,
  container: MedusaContainer
): Promise<string[]> {
  const service = container.resolve(Modules.PRODUCT)
  const variants = await service.listProductVariants(
    { q },
    { select: ["id", "product_id"], take, order: { id: "ASC" } }
  )
  const products = await service.listProducts(
    { q },
    { select: ["id"], take, order: { id: "ASC" } }
  )
  return unique([
    ...variants.flatMap(({ product_id }) => product_id ?? []),
    ...products.map(({ id }) => id),
  ]).slice(0, take)
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
