import { defaultCountries } from "@medusajs/framework/utils"

/**
 * The IANA zones of a country, one for each different local time today: with
 * more than one, the country alone does not tell what time it is there. Empty
 * if the country is unknown.
 *
 * Source: the zones that Unicode CLDR lists for a region, as `Intl` has them.
 *
 *
 * @param country - ISO 3166-1 alpha-2, in either case
 * @param at - the moment at which clocks are compared
 */
export function customerTimeZones(
  country: string | null,
  at: Date
): readonly string[] {
  const quarter = Math.floor(at.getTime() / QUARTER_MS)
  if (quarter !== known.quarter) {
    known = { quarter, zones: new Map() }
  }
  const zones = known.zones.get(country) ?? zonesOf(country, at)
  known.zones.set(country, zones)
  return zones
}

/** Clocks change on the quarter hour; within one the result stays the same. */
const QUARTER_MS = 15 * 60_000

/** `Intl` takes milliseconds for a large country, and a page has many rows. */
let known = { quarter: 0, zones: new Map<string | null, readonly string[]>() }

function zonesOf(country: string | null, at: Date): string[] {
  if (!country || !/^[a-z]{2}$/i.test(country)) {
    return []
  }
  const code = country.toUpperCase()
  const primary = PRIMARY_ZONES[code]
  if (primary) {
    return [primary]
  }
  const zones = listedZones(code)
  const byClock = new Map<string, string>()
  for (const zone of zones) {
    const clock = clockIn(zone, at)
    if (!byClock.has(clock)) {
      byClock.set(clock, zone)
    }
  }
  return [...byClock.values()]
}

/** As CLDR lists them. */
function listedZones(code: string): string[] {
  const region: LocaleWithTimeZones = new Intl.Locale(`und-${code}`)
  return region.getTimeZones?.() ?? region.timeZones ?? []
}

/**
 * The country that a time zone is of, lower case; null if it is of none, such as
 * UTC, or unknown.
 */
export function countryOfZone(time_zone: string | null): string | null {
  const wanted = canonical(time_zone)
  const code = defaultCountries
    .map(({ alpha2 }) => alpha2.toUpperCase())
    .find((code) =>
      listedZones(code).some((zone) => canonical(zone) === wanted)
    )
  return wanted === null ? null : (code?.toLowerCase() ?? null)
}

/** One name for `Europe/Kiev` and `Europe/Kyiv`. */
function canonical(time_zone: string | null): string | null {
  try {
    return time_zone === null
      ? null
      : new Intl.DateTimeFormat("en", { timeZone: time_zone }).resolvedOptions()
          .timeZone
  } catch {
    return null
  }
}

/**
 * Countries with several zones of which one represents the country, from CLDR's
 * `primaryZones`.
 */
const PRIMARY_ZONES: Readonly<Record<string, string>> = {
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MH: "Pacific/Majuro",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PT: "Europe/Lisbon",
  UA: "Europe/Kyiv",
  UZ: "Asia/Tashkent",
}

/** Node 20 has the list as a property, later versions as a method. */
type LocaleWithTimeZones = Intl.Locale & {
  timeZones?: string[]
  getTimeZones?: () => string[] | undefined
}

function clockIn(time_zone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: time_zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(at)
}
