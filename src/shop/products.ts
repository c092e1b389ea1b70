import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type ProductGroups = {
  /** Including all parent categories. */
  categories: string[]
  collection: string | null
}

type Row = {
  id: string
  collection_id: string | null
  categories?: { id: string; mpath: string | null }[] | null
}

/** The categories and the collection of these products, by product. */
export async function loadProductGroups(
  product_ids: string[],
  container: MedusaContainer
): Promise<Map<string, ProductGroups>> {
  if (product_ids.length === 0) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: ["id", "collection_id", "categories.id", "categories.mpath"],
      filters: { id: [...new Set(product_ids)] },
    })
  const rows: Row[] = data
  return new Map(
    rows.map(({ id, collection_id, categories }) => [
      id,
      {
        collection: collection_id,
        categories: (categories ?? []).flatMap(withParents),
      },
    ])
  )
}

/** A category's path lists its parents, the outermost first: "a.b.c". */
function withParents({ id, mpath }: { id: string; mpath: string | null }) {
  return [...new Set([...(mpath?.split(".").filter(Boolean) ?? []), id])]
}
