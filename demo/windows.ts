import Medusa from "@medusajs/js-sdk"

type ShopOwner = { url: string; admin: { email: string; password: string } }

/** What the demo needs to know of the shop to set windows up. */
type Vocabulary = { service_zones: { id: string }[]; time_zone: string }

const TEMPLATES = "/admin/delivery-windows/templates"

/** When couriers come, on every day of the week. */
const HOURS = [
  { name: "Morning", starts_at: "10:00", ends_at: "13:00", capacity: 6 },
  { name: "Afternoon", starts_at: "14:00", ends_at: "17:00", capacity: 6 },
  // Soon nearly full.
  { name: "Evening", starts_at: "18:00", ends_at: "21:00", capacity: 3 },
]

/** Sets delivery windows up, as the owner does, unless the shop has some. */
export async function setUpWindows({ url, admin }: ShopOwner): Promise<void> {
  const sdk = new Medusa({
    baseUrl: url,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
  await sdk.auth.login("user", "emailpass", admin)
  const { count } = await sdk.client.fetch<{ count: number }>(TEMPLATES)
  if (count > 0) {
    return
  }
  const { service_zones, time_zone } = await sdk.client.fetch<Vocabulary>(
    `${TEMPLATES}/vocabulary`
  )
  for (const { id: service_zone_id } of service_zones) {
    for (const hours of HOURS) {
      await sdk.client.fetch(TEMPLATES, {
        method: "POST",
        body: {
          ...hours,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          time_zone,
          service_zone_id,
          shipping_option_ids: [],
          capacity_unit: "orders",
          cut_off_minutes: 120,
          lead_minutes: 60,
          valid_from: null,
          valid_to: null,
          is_on: true,
        },
      })
    }
  }
}
