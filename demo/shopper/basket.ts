import type { SeededShop } from "../seed"
import { catalog } from "../seed/catalog"

export type BasketItem = { variant_id: string; title: string; quantity: number }
export type Basket = BasketItem[]

/** Everything for sale, in the order of the catalog, as listed by the seed. */
function shelf(shop: SeededShop): Omit<BasketItem, "quantity">[] {
  return catalog
    .flatMap(({ title, variants }) =>
      variants.map(({ value }) => `${title} (${value})`)
    )
    .flatMap((title, index) => {
      const variant_id = shop.variant_ids[index]
      return variant_id ? { variant_id, title } : []
    })
}

/** Most buy one product; some buy two or three. */
function size(): number {
  const roll = Math.random()
  return roll < 0.55 ? 1 : roll < 0.85 ? 2 : 3
}

/** Something that is out of stock, and that the desk has to call about. */
export function soldOutBasket(shop: SeededShop): Basket {
  const place = catalog
    .flatMap(({ variants }) => variants)
    .findIndex(({ stock }) => stock === 0)
  return shelf(shop)
    .slice(place, place + 1)
    .map((item) => ({ ...item, quantity: 1 }))
}

/** Different products at random, sometimes more than one of a kind. */
export function fillBasket(shop: SeededShop): Basket {
  const left = shelf(shop)
  return Array.from({ length: size() }, () => {
    const [item] = left.splice(Math.floor(Math.random() * left.length), 1)
    return item ? [{ ...item, quantity: Math.random() < 0.8 ? 1 : 2 }] : []
  }).flat()
}
