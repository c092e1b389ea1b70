import Medusa from "@medusajs/js-sdk"
import type { SeededShop } from "../../demo/seed"

type First = <T>(list: T[] | undefined, what: string) => T

const first: First = (list, what) => {
  const [item] = list ?? []
  if (!item) {
    throw new Error(`The store has no ${what}`)
  }
  return item
}

/** One location that ships to one country, with one courier. */
async function addDelivery(admin: Medusa["admin"], region_id: string) {
  const { stock_location } = await admin.stockLocation.create({
    name: "Warehouse",
  })
  await admin.stockLocation.updateFulfillmentProviders(stock_location.id, {
    add: ["manual_manual"],
  })
  const { sales_channels } = await admin.salesChannel.list()
  const channel = first(sales_channels, "sales channel")
  await admin.stockLocation.updateSalesChannels(stock_location.id, {
    add: [channel.id],
  })
  await admin.stockLocation.createFulfillmentSet(stock_location.id, {
    name: "Delivery",
    type: "shipping",
  })
  const located = await admin.stockLocation.retrieve(stock_location.id, {
    fields: "*fulfillment_sets",
  })
  const set = first(located.stock_location.fulfillment_sets, "fulfillment set")
  const { fulfillment_set } = await admin.fulfillmentSet.createServiceZone(
    set.id,
    {
      name: "Ukraine",
      geo_zones: [{ type: "country", country_code: "ua" }],
    }
  )
  const { shipping_profiles } = await admin.shippingProfile.list()
  const profile = first(shipping_profiles, "shipping profile")
  await admin.shippingOption.create({
    name: "Courier",
    price_type: "flat",
    provider_id: "manual_manual",
    service_zone_id: first(fulfillment_set.service_zones, "service zone").id,
    shipping_profile_id: profile.id,
    type: { label: "Courier", description: "To the door", code: "courier" },
    prices: [{ region_id, amount: 120 }],
  })
  return { sales_channel_id: channel.id, shipping_profile_id: profile.id }
}

/** Sets up an empty shop to sell one product, through the admin API alone. */
export async function fillShop(admin: Medusa["admin"]): Promise<SeededShop> {
  const { region } = await admin.region.create({
    name: "Ukraine",
    currency_code: "uah",
    countries: ["ua"],
    payment_providers: ["pp_system_default"],
  })
  const { sales_channel_id, shipping_profile_id } = await addDelivery(
    admin,
    region.id
  )
  const { product } = await admin.product.create({
    title: "Kettle",
    status: "published",
    shipping_profile_id,
    sales_channels: [{ id: sales_channel_id }],
    options: [{ title: "Colour", values: ["Steel"] }],
    variants: [
      {
        title: "Steel",
        options: { Colour: "Steel" },
        manage_inventory: false,
        prices: [{ currency_code: "uah", amount: 1598 }],
      },
    ],
  })
  const { api_keys } = await admin.apiKey.list({ type: "publishable" })
  return {
    publishable_key: first(api_keys, "publishable key").token,
    region_id: region.id,
    regions: { ua: region.id, bg: region.id },
    variant_ids: [first(product.variants ?? undefined, "variant").id],
  }
}
