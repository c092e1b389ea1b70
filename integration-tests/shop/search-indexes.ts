import { defineSearchIndex, search } from "@medusajs/framework/utils"

/** What a shop knows of its wares, and no title says. */
export const wares = defineSearchIndex({
  name: "wares",
  entity: "product",
  fields: search.define({
    id: search.keyword().filterable(),
    known_as: search.text().searchable(),
  }),
  async *seed({ container }) {
    const { data } = await container.query.graph({
      entity: "product",
      fields: ["id", "metadata"],
    })
    yield [
      {
        action: "upsert",
        documents: data.map(({ id, metadata }) => ({
          id,
          known_as: String(metadata?.known_as ?? ""),
        })),
      },
    ]
  },
})

/** The same of one ware alone. */
export const singleWares = defineSearchIndex({
  name: "single wares",
  entity: "product_variant",
  fields: search.define({
    id: search.keyword().filterable(),
    product_id: search.keyword(),
    known_as: search.text().searchable(),
  }),
  async *seed({ container }) {
    const { data } = await container.query.graph({
      entity: "product_variant",
      fields: ["id", "product_id", "sku"],
    })
    yield [
      {
        action: "upsert",
        documents: data.map(({ id, product_id, sku }) => ({
          id,
          product_id,
          known_as: sku === "SMALL" ? "samovar" : "",
        })),
      },
    ]
  },
})
