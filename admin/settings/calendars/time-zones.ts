import { zoneName } from "../../clock/zone-name"

/** Old names of renamed zones that browsers still list. */
const RENAMED: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
}

/** Every zone known to this browser, by its current name, plus `chosen`. */
export function timeZones(chosen: string): string[] {
  const known = Intl.supportedValuesOf("timeZone").map(
    (zone) => RENAMED[zone] ?? zone
  )
  return [...new Set([...known, "UTC", ...(chosen ? [chosen] : [])])].sort()
}

/**
 * Other names by which people look for a zone: its country and city in a
 * language and in English, and its former name.
 *
 * @param language - a language tag
 * @param cities - the cities of zones, see `ZONE_CITIES`
 */
export function zoneNames(
  zones: readonly string[],
  language: string,
  cities: Readonly<Record<string, string>>
): ReadonlyMap<string, string> {
  const countries = countriesOfZones([language, "en"])
  return new Map(
    zones.map((zone) => {
      const former = FORMER.get(zone) ?? zone
      return [
        zone,
        [
          former,
          zoneName(zone, language),
          cities[zone],
          countries.get(former) ?? countries.get(zone),
        ].join(" "),
      ]
    })
  )
}

/**
 * The zone that has this name in the IANA database, in full or as a city:
 * `Europe/Uzhgorod`, `US/Eastern`, `tel aviv`. Null if there is none.
 */
export function zoneNamed(search: string): string | null {
  const name = search.trim().replace(/[\s-]+/g, "_")
  if (!/^[a-z][a-z_/]{2,40}$/i.test(name)) {
    return null
  }
  for (const area of name.includes("/") ? [""] : AREAS) {
    try {
      const { timeZone } = new Intl.DateTimeFormat("en", {
        timeZone: area + name,
      }).resolvedOptions()
      return RENAMED[timeZone] ?? timeZone
    } catch {
      // There is no such zone in this area.
    }
  }
  return null
}

const AREAS = [
  "Europe/",
  "Asia/",
  "America/",
  "Africa/",
  "Australia/",
  "Pacific/",
  "Atlantic/",
  "Indian/",
  "US/",
  "",
]

const FORMER = new Map(
  Object.entries(RENAMED).map(([former, zone]) => [zone, former])
)

/** Older browsers have the list as a property, newer ones as a method. */
type LocaleWithTimeZones = Intl.Locale & {
  timeZones?: string[]
  getTimeZones?: () => string[] | undefined
}

/** The names of the countries of each zone, by the zone's name in `Intl`. */
function countriesOfZones(
  languages: readonly string[]
): ReadonlyMap<string, string> {
  const names = languages.map(
    (language) =>
      new Intl.DisplayNames([language], { type: "region", fallback: "none" })
  )
  const countries = new Map<string, string>()
  for (const code of REGION_CODES) {
    const region: LocaleWithTimeZones = new Intl.Locale(`und-${code}`)
    const name = names.map((each) => each.of(code) ?? "").join(" ")
    for (const zone of region.getTimeZones?.() ?? region.timeZones ?? []) {
      countries.set(zone, `${countries.get(zone) ?? ""} ${name}`)
    }
  }
  return countries
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
const REGION_CODES = LETTERS.flatMap((first) =>
  LETTERS.map((second) => first + second)
)
