import type {
  FulfillmentSetDTO,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
} from "@medusajs/medusa/core-flows"

const setName = "Home delivery"

const couriers = {
  ua: {
    zone: "Ukraine",
    name: "Nova Poshta courier",
    description: "To the door, in one or two days",
    code: "nova-poshta",
    amount: 120,
  },
  bg: {
    zone: "Bulgaria",
    name: "Speedy",
    description: "To the door, in three to five days",
    code: "speedy",
    amount: 4.9,
  },
}

type Country = keyof typeof couriers

async function shippingProfile(container: MedusaContainer): Promise<string> {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (existing) {
    return existing.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Parcels", type: "default" }] },
  })
  const [profile] = result
  if (!profile) {
    throw new Error("The shipping profile was not created")
  }
  return profile.id
}

async function deliverySet(
  container: MedusaContainer,
  stock_location_id: string
): Promise<FulfillmentSetDTO> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [existing] = await fulfillment.listFulfillmentSets(
    { name: setName },
    { relations: ["service_zones", "service_zones.shipping_options"] }
  )
  const set =
    existing ??
    (await fulfillment.createFulfillmentSets({
      name: setName,
      type: "shipping",
      service_zones: (["ua", "bg"] as const).map((country_code) => ({
        name: couriers[country_code].zone,
        geo_zones: [{ type: "country" as const, country_code }],
      })),
    }))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return set
}

/** One courier per country. Returns the shipping profile that products need. */
export async function seedShipping(
  container: MedusaContainer,
  stock_location_id: string,
  regions: Record<Country, string>
): Promise<string> {
  const shipping_profile_id = await shippingProfile(container)
  const { service_zones } = await deliverySet(container, stock_location_id)

  for (const country of ["ua", "bg"] as const) {
    const { zone, name, description, code, amount } = couriers[country]
    const serviceZone = service_zones.find((each) => each.name === zone)
    if (!serviceZone || serviceZone.shipping_options?.length) {
      continue
    }
    await createShippingOptionsWorkflow(container).run({
      input: [
        {
          name,
          price_type: "flat",
          provider_id: "manual_manual",
          service_zone_id: serviceZone.id,
          shipping_profile_id,
          type: { label: name, description, code },
          prices: [{ region_id: regions[country], amount }],
          rules: [
            { attribute: "enabled_in_store", operator: "eq", value: "true" },
            { attribute: "is_return", operator: "eq", value: "false" },
          ],
        },
      ],
    })
  }
  return shipping_profile_id
}
