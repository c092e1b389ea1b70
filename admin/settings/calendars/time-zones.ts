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

/** `GMT+2`, at the given moment. */
export function zoneOffset(timeZone: string, at: number): string {
  return zoneName("en", timeZone, "shortOffset", at)
}

/** The country or city by which people know the zone: `час: Україна`. */
export function zonePlace(timeZone: string, locale: string): string {
  return zoneName(locale, timeZone, "shortGeneric")
}

function zoneName(
  locale: string,
  timeZone: string,
  timeZoneName: "shortOffset" | "shortGeneric",
  at?: number
): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? ""
  )
}
