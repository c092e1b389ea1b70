import type { MedusaContainer, ProductDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** What is known of a variant, from its product and itself. */
export interface CatalogueVariant {
  readonly id: string
  readonly product_id: string
  readonly title: string
  /** The value of each option of this variant, by the option's title. */
  readonly options: Readonly<Record<string, string>>
  /** The values that other variants of the product have for them. */
  readonly other_option_values: readonly string[]
  /** From the root to the leaf; empty if there is none. */
  readonly category: readonly string[]
  readonly type: string | null
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
}

/** How a variant is sold, as far as an offer of it needs to know. */
export interface SoldAs {
  readonly variant_title: string | null
  readonly sku: string | null
  readonly thumbnail: string | null
  readonly product_type_id: string | null
  /** False: the shop does not count its stock. */
  readonly managed: boolean
  /** The inventory items that it consists of, and how many of each. */
  readonly inventory: readonly {
    readonly inventory_item_id: string
    readonly required_quantity: number
  }[]
}

/** A variant of the catalogue, and whether and where it is on sale. */
export interface CatalogueEntry {
  readonly variant: CatalogueVariant
  readonly sold_as: SoldAs
  readonly is_published: boolean
  readonly sales_channel_ids: readonly string[]
}

const FIELDS = [
  "id",
  "title",
  "status",
  "thumbnail",
  "metadata",
  "type_id",
  "type.value",
  "tags.value",
  "categories.id",
  "categories.name",
  "categories.mpath",
  "sales_channels.id",
  "variants.id",
  "variants.title",
  "variants.sku",
  "variants.thumbnail",
  "variants.metadata",
  "variants.manage_inventory",
  "variants.options.value",
  "variants.options.option.title",
  "variants.inventory_items.inventory_item_id",
  "variants.inventory_items.required_quantity",
]

type Metadata = Record<string, unknown> | null

type Row = {
  id: string
  title: string
  status: string
  thumbnail: string | null
  metadata: Metadata
  type_id: string | null
  type?: { value: string } | null
  tags?: { value: string }[] | null
  categories?: Category[] | null
  sales_channels?: ({ id: string } | null)[] | null
  variants?: VariantRow[] | null
}

type Category = { id: string; name: string; mpath: string | null }

type VariantRow = {
  id: string
  title: string | null
  sku: string | null
  thumbnail?: string | null
  metadata: Metadata
  manage_inventory: boolean
  options?: { value: string; option?: { title: string } | null }[] | null
  inventory_items?:
    ({ inventory_item_id: string; required_quantity: number } | null)[] | null
}

/** All variants of these products; products that do not exist are omitted. */
export async function loadCatalogue(
  product_ids: readonly string[],
  container: MedusaContainer
): Promise<CatalogueEntry[]> {
  if (product_ids.length === 0) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product",
      fields: FIELDS,
      filters: { id: [...new Set(product_ids)] },
    })
  const rows: Row[] = data
  const names = await categoryNames(rows, container)
  return rows.flatMap((product) => entriesOf(product, names))
}

/** These variants, in their order; those that do not exist are omitted. */
export async function loadVariantsOfCatalogue(
  variant_ids: readonly string[],
  container: MedusaContainer
): Promise<CatalogueEntry[]> {
  const entries = await loadCatalogue(
    await productsOfVariants(variant_ids, container),
    container
  )
  const byId = new Map(entries.map((entry) => [entry.variant.id, entry]))
  return variant_ids.flatMap((id) => byId.get(id) ?? [])
}

/** The products of these variants. */
export async function productsOfVariants(
  variant_ids: readonly string[],
  container: MedusaContainer
): Promise<string[]> {
  if (variant_ids.length === 0) {
    return []
  }
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants(
      { id: [...variant_ids] },
      { select: ["id", "product_id"], take: null }
    )
  return [...new Set(variants.flatMap(({ product_id }) => product_id ?? []))]
}

/** The products in these categories. */
export async function productsInCategories(
  category_ids: readonly string[],
  container: MedusaContainer
): Promise<string[]> {
  if (category_ids.length === 0) {
    return []
  }
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { categories: { id: [...category_ids] } },
      { select: ["id"], take: null }
    )
  return products.map(({ id }) => id)
}

/** The products after this one, page by page. */
export async function pageOfProducts(
  after: string,
  take: number,
  container: MedusaContainer
): Promise<string[]> {
  return idsOf(
    await container
      .resolve(Modules.PRODUCT)
      .listProducts(
        { id: { $gt: after } },
        { select: ["id"], take, order: { id: "ASC" } }
      )
  )
}

const idsOf = (products: readonly Pick<ProductDTO, "id">[]) =>
  products.map(({ id }) => id)

/** The names of all categories on the paths of these products, by id. */
async function categoryNames(
  rows: readonly Row[],
  container: MedusaContainer
): Promise<Map<string, string>> {
  const own = rows.flatMap(({ categories }) => categories ?? [])
  const names = new Map(own.map(({ id, name }) => [id, name]))
  const parents = [...new Set(own.flatMap(pathOf))].filter(
    (id) => !names.has(id)
  )
  if (parents.length > 0) {
    const found = await container
      .resolve(Modules.PRODUCT)
      .listProductCategories(
        { id: parents },
        { select: ["id", "name"], take: null }
      )
    for (const { id, name } of found) names.set(id, name)
  }
  return names
}

/** A category's path lists its parents, the outermost first: "a.b.c". */
function pathOf({ id, mpath }: Category): string[] {
  return [...new Set([...(mpath ?? "").split(".").filter(Boolean), id])]
}

function entriesOf(
  product: Row,
  names: ReadonlyMap<string, string>
): CatalogueEntry[] {
  const variants = product.variants ?? []
  const values = new Map(variants.map((one) => [one.id, optionsOf(one)]))
  const category = deepest(product.categories ?? []).flatMap(
    (id) => names.get(id) ?? []
  )
  return variants.map((variant) => {
    const options = values.get(variant.id) ?? {}
    const own = new Set(Object.values(options))
    const others = [...values.values()].flatMap((its) => Object.values(its))
    return {
      variant: {
        id: variant.id,
        product_id: product.id,
        title: product.title,
        options,
        other_option_values: [...new Set(others)].filter(
          (value) => !own.has(value)
        ),
        category,
        type: product.type?.value ?? null,
        tags: (product.tags ?? []).map(({ value }) => value).sort(),
        attributes: {
          ...attributesOf(product.metadata),
          ...attributesOf(variant.metadata),
        },
      },
      sold_as: {
        variant_title: variant.title,
        sku: variant.sku,
        thumbnail: variant.thumbnail ?? product.thumbnail,
        product_type_id: product.type_id,
        managed: variant.manage_inventory,
        inventory: (variant.inventory_items ?? []).flatMap((item) =>
          item
            ? [
                {
                  inventory_item_id: item.inventory_item_id,
                  required_quantity: Number(item.required_quantity),
                },
              ]
            : []
        ),
      },
      is_published: product.status === "published",
      sales_channel_ids: (product.sales_channels ?? [])
        .flatMap((channel) => channel?.id ?? [])
        .sort(),
    }
  })
}

/** Of several categories the one that says most; the others hardly differ. */
function deepest(categories: readonly Category[]): string[] {
  const [path = []] = categories
    .map(pathOf)
    .sort((a, b) => b.length - a.length || (a.join() < b.join() ? -1 : 1))
  return path
}

function optionsOf({ options }: VariantRow): Record<string, string> {
  return Object.fromEntries(
    (options ?? []).flatMap(({ value, option }) =>
      option ? [[option.title, value]] : []
    )
  )
}

/** A longer value is a text about the product, and no attribute of it. */
const LONGEST_VALUE = 100

function attributesOf(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata ?? {}).flatMap(([key, value]) =>
      (typeof value === "string" || typeof value === "number") &&
      String(value).length <= LONGEST_VALUE
        ? [[key, String(value)]]
        : []
    )
  )
}
