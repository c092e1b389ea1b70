import type {
  MedusaContainer,
  ProductVariantDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** A variant, by what a person knows it by. */
export type NamedVariant = {
  variant_id: string
  product_id: string
  title: string
  variant_title: string | null
  sku: string | null
}

const READ = { relations: ["product"], take: null }

/** The existing ones of these variants, by id. */
export async function namedVariants(
  ids: readonly string[],
  container: MedusaContainer
): Promise<Map<string, NamedVariant>> {
  const variants =
    ids.length > 0
      ? await container
          .resolve(Modules.PRODUCT)
          .listProductVariants({ id: [...new Set(ids)] }, READ)
      : []
  return new Map(variants.map((variant) => [variant.id, named(variant)]))
}

/** The variants of a product, in its order. */
export async function variantsOfProduct(
  product_id: string,
  container: MedusaContainer
): Promise<NamedVariant[]> {
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants(
      { product_id },
      { ...READ, order: { variant_rank: "ASC", id: "ASC" } }
    )
  return variants.map(named)
}

/** The ids of the variants with these SKUs, by SKU. */
export async function variantsBySku(
  skus: readonly string[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const variants =
    skus.length > 0
      ? await container
          .resolve(Modules.PRODUCT)
          .listProductVariants(
            { sku: [...new Set(skus)] },
            { select: ["id", "sku"], take: null }
          )
      : []
  return new Map(
    variants.flatMap(({ id, sku }): [string, string][] =>
      sku ? [[sku, id]] : []
    )
  )
}

function named({
  id,
  product_id,
  product,
  title,
  sku,
}: ProductVariantDTO): NamedVariant {
  return {
    variant_id: id,
    product_id: product_id ?? "",
    title: product?.title ?? title,
    variant_title: title,
    sku: sku ?? null,
  }
}
