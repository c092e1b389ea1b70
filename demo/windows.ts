import Medusa from "@medusajs/js-sdk"

type ShopOwner = { url: string; admin: { email: string; password: string } }

/** What the demo needs to know of the shop to set windows up. */
type Vocabulary = { service_zones: { id: string }[]; time_zone: string }

const TEMPLATES = "/admin/delivery-windows/templates"

type Hours = {
  name: string
  starts_at: string
  ends_at: string
  capacity: number
}

/** When couriers come, on every day of the week. */
const OFFICE_HOURS: Hours[] = [
  { name: "Morning", starts_at: "10:00", ends_at: "13:00", capacity: 6 },
  { name: "Afternoon", starts_at: "14:00", ends_at: "17:00", capacity: 6 },
  // Soon nearly full.
  { name: "Evening", starts_at: "18:00", ends_at: "21:00", capacity: 3 },
]

/** So that a courier is on the way whenever somebody looks. */
const AROUND_THE_CLOCK: Hours[] = [
  { name: "Night", starts_at: "00:00", ends_at: "04:00", capacity: 6 },
  { name: "Early morning", starts_at: "04:00", ends_at: "08:00", capacity: 6 },
  { name: "Morning", starts_at: "08:00", ends_at: "12:00", capacity: 6 },
  { name: "Afternoon", starts_at: "12:00", ends_at: "16:00", capacity: 6 },
  // Soon nearly full.
  { name: "Evening", starts_at: "16:00", ends_at: "20:00", capacity: 3 },
  { name: "Late evening", starts_at: "20:00", ends_at: "00:00", capacity: 6 },
]

/** Sets delivery windows up, as the owner does, unless the shop has some. */
export async function setUpWindows(
  { url, admin }: ShopOwner,
  { officeHours }: { officeHours: boolean }
): Promise<void> {
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
    for (const hours of officeHours ? OFFICE_HOURS : AROUND_THE_CLOCK) {
      await sdk.client.fetch(TEMPLATES, {
        method: "POST",
        body: {
          ...hours,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          time_zone,
          service_zone_id,
          shipping_option_ids: [],
          capacity_unit: "orders",
          cut_off_minutes: officeHours ? 120 : 15,
          lead_minutes: officeHours ? 60 : 15,
          valid_from: null,
          valid_to: null,
          is_on: true,
        },
      })
    }
  }
}
