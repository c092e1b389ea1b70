import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { noticeLater } from "../workflows/shortage/notice-later"

type CatalogueEvent = { id: string }

/** Keeps what may be offered in place of a short item as the catalogue is. */
export default async function noticeCatalogue({
  event: { name, data },
  container,
}: SubscriberArgs<CatalogueEvent>): Promise<void> {
  const entity = name.startsWith("product-variant")
    ? "variant"
    : name.startsWith("product-category")
      ? "category"
      : "product"
  noticeLater({ entity, id: data.id }, container)
}

export const config: SubscriberConfig = {
  event: [
    "product.created",
    "product.updated",
    "product.deleted",
    "product-variant.created",
    "product-variant.updated",
    "product-variant.deleted",
    "product-category.updated",
  ],
  context: { subscriberId: "follow-ups-shortage-catalogue" },
}
