import type { Purchase } from "../../demo/shopper/order"
import type { Shopper } from "../../demo/seed/people"
import type { TestShop } from "./test-shop"

const olena: Shopper = {
  email: "olena@mail.example",
  first_name: "Олена",
  last_name: "Коваленко",
  phone: "067 123 45 67",
  country: "ua",
  city: "Київ",
  street: "вул. Січових Стрільців, 21",
  postcode: "04053",
}

/** Somebody who has nothing in common with the others but their name. */
export function somebody(nth: number): Pick<Shopper, "email" | "phone"> {
  return {
    email: `olena.${nth}@mail.example`,
    phone: `067 200 00 ${String(nth).padStart(2, "0")}`,
  }
}

/** Olena buys a kettle, unless overridden. */
export function purchaseIn(
  shop: TestShop,
  who: Partial<Shopper> = {},
  what: { variant_id?: string; quantity?: number } = {},
  wares = shop.wares
): Purchase {
  const [kettle = ""] = wares.variant_ids
  return {
    url: shop.url,
    shop: wares,
    shopper: { ...olena, ...who },
    basket: [{ variant_id: kettle, title: "kettle", quantity: 1, ...what }],
  }
}
