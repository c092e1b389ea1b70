import { matching } from "../../fields/matching"
import { zoneOffset } from "../../../clock/zone-name"
import { timeZones, zoneNamed, zoneNames } from "../time-zones"
import { ZONE_CITIES } from "../zone-cities"

const WINTER = Date.parse("2026-01-15T12:00:00Z")
const ZONES = timeZones("")

const choicesIn = (language: string) => {
  const names = zoneNames(ZONES, language, ZONE_CITIES)
  return ZONES.map((zone) => ({
    value: zone,
    label: zone.replace(/_/g, " "),
    note: zoneOffset(zone, WINTER),
    alsoFoundBy: names.get(zone),
  }))
}

const CHOICES = new Map(
  ["en", "uk", "ru", "bg", "de", "pt-BR"].map((language) => [
    language,
    choicesIn(language),
  ])
)

const found = (language: string, search: string) =>
  matching(CHOICES.get(language) ?? [], search, zoneNamed(search)).map(
    ({ value }) => value
  )

it.each([
  ["uk", "Київ", "Europe/Kyiv"],
  ["ru", "киев", "Europe/Kyiv"],
  ["bg", "Киев", "Europe/Kyiv"],
  ["en", "Kiev", "Europe/Kyiv"],
  ["en", "Calcutta", "Asia/Kolkata"],
  ["uk", "Калькутта", "Asia/Kolkata"],
  ["en", "Saigon", "Asia/Ho_Chi_Minh"],
  ["ru", "Хошимин", "Asia/Ho_Chi_Minh"],
  ["en", "Tel Aviv", "Asia/Jerusalem"],
  ["en", "us/eastern", "America/New_York"],
  ["en", "Uzhgorod", "Europe/Kyiv"],
  ["uk", "варшава", "Europe/Warsaw"],
  ["bg", "Букурещ", "Europe/Bucharest"],
  ["uk", "Відень", "Europe/Vienna"],
  ["bg", "софия", "Europe/Sofia"],
  ["uk", "вєтнам", "Asia/Ho_Chi_Minh"],
  ["uk", "В'єтнам", "Asia/Ho_Chi_Minh"],
  ["uk", "Чикаго", "America/Chicago"],
  ["ru", "самара", "Europe/Samara"],
  ["de", "Österreich", "Europe/Vienna"],
  ["de", "osterreich", "Europe/Vienna"],
  ["de", "Austria", "Europe/Vienna"],
  ["pt-BR", "japao", "Asia/Tokyo"],
  ["en", "são paulo", "America/Sao_Paulo"],
  ["en", "port au prince", "America/Port-au-Prince"],
])("in %s, %j finds %s", (language, search, zone) => {
  expect(found(language, search)).toContain(zone)
})

it.each([
  ["uk", "Київ", 1],
  ["en", "Calcutta", 1],
  ["uk", "болгарія", 1],
  ["en", "nowhere at all", 0],
])("in %s, %j finds only %i", (language, search, count) => {
  expect(found(language, search)).toHaveLength(count)
})

it("every zone of a country is found by its name", () => {
  expect(found("ru", "Россия")).toEqual(
    expect.arrayContaining(["Europe/Moscow", "Asia/Omsk", "Asia/Vladivostok"])
  )
  expect(found("uk", "сполучені штати").length).toBeGreaterThan(20)
})

it.each(["+2", "GMT+2", "utc+2", "UTC +02:00", "+0200"])(
  "%s finds the zones of that offset",
  (search) => {
    const zones = found("en", search)
    expect(zones).toEqual(
      expect.arrayContaining(["Europe/Kyiv", "Europe/Sofia"])
    )
    expect(zones).not.toContain("Europe/London")
    expect(zones).not.toContain("Europe/Warsaw")
  }
)

it.each([
  ["+1", "Europe/Warsaw", "Pacific/Tongatapu"],
  ["−5", "America/New_York", "Asia/Karachi"],
  ["+5:30", "Asia/Kolkata", "Asia/Karachi"],
])("%s finds %s, not %s", (search, zone, other) => {
  expect(found("en", search)).toContain(zone)
  expect(found("en", search)).not.toContain(other)
})

it("the cities are of zones that there are", () => {
  const offered = new Set(ZONES)
  expect(Object.keys(ZONE_CITIES).filter((zone) => !offered.has(zone))).toEqual(
    []
  )
})
