import fc from "fast-check"
import { textIn, type Language } from "../../refusals/__tests__/a-text"
import { exactMoment } from "../moment-text"
import { readTime } from "../read-time"
import { timeWords } from "../time-words"
import { toWallClock } from "../from-wall-clock"

const KYIV = "Europe/Kyiv"
/** Friday, 12:00 in Kyiv. */
const NOW = Date.parse("2026-11-27T10:00:00Z")

const read = (
  language: Language,
  typed: string,
  now = NOW,
  zone = KYIV
): string => {
  const found = readTime(typed, now, zone, timeWords(language))
  if ("fault" in found) {
    return found.fault
  }
  const local = toWallClock(found.at.getTime(), zone)
  return found.moved ? `${local} ${found.moved}` : local
}

const EVERYWHERE: [string, string][] = [
  ["1 dec 10 30", "2026-12-01T10:30"],
  ["tomorrow 10:30", "2026-11-28T10:30"],
  ["tomorrow at 10", "2026-11-28T10:00"],
  ["Tomorrow, 10.30", "2026-11-28T10:30"],
  ["tomorrow", "2026-11-28T10:00"],
  ["today 18:00", "2026-11-27T18:00"],
  ["day after tomorrow 9am", "2026-11-29T09:00"],
  ["mon 9", "2026-11-30T09:00"],
  ["next friday 9:00", "2026-12-04T09:00"],
  ["fri 14:00", "2026-11-27T14:00"],
  ["fri 9:00", "2026-12-04T09:00"],
  ["tuesday at 3", "2026-12-01T15:00"],
  ["tues 3 am", "2026-12-01T03:00"],
  ["tomorrow 12 am", "2026-11-28T00:00"],
  ["28 nov 10:30", "2026-11-28T10:30"],
  ["Nov 28, 10:30 p.m.", "2026-11-28T22:30"],
  ["nov 28 2026 1030", "2026-11-28T10:30"],
  ["27.11 14:00", "2026-11-27T14:00"],
  ["27/11 14:00", "2026-11-27T14:00"],
  ["27.11.26 14.00", "2026-11-27T14:00"],
  ["2026-11-28T10:30", "2026-11-28T10:30"],
  ["01.03 9:00", "2027-03-01T09:00"],
  ["14:30", "2026-11-27T14:30"],
  ["14.30", "2026-11-27T14:30"],
  ["9:00", "2026-11-28T09:00 tomorrow"],
  ["in 20 min", "2026-11-27T12:20"],
  ["20m", "2026-11-27T12:20"],
  ["in an hour", "2026-11-27T13:00"],
  ["in half an hour", "2026-11-27T12:30"],
  ["1h 30m", "2026-11-27T13:30"],
  ["in 24 hours", "2026-11-28T12:00"],
  ["in 2 days at 10:30", "2026-11-29T10:30"],
  ["in a week", "2026-12-04T10:00"],
  ["next week", "2026-11-30T10:00"],
  ["next week tuesday 14:00", "2026-12-01T14:00"],
  ["after lunch", "2026-11-27T14:00"],
  ["noon", "2026-11-28T12:00 tomorrow"],
  ["tomorrow at noon", "2026-11-28T12:00"],
  ["tonight", "2026-11-27T18:00"],
  ["tomorrow evening", "2026-11-28T18:00"],
  ["tomorrow afternoon", "2026-11-28T14:00"],
  ["in the morning", "2026-11-28T10:00 tomorrow"],
  ["after 18", "2026-11-27T18:00"],
  ["sat after 14", "2026-11-28T14:00"],
  ["after 5", "2026-11-27T17:00"],
  ["half past 5", "2026-11-27T17:30"],
  ["tomorrow at half past seven", "2026-11-28T19:30"],
  ["quarter to one", "2026-11-27T12:45"],
  ["at six", "2026-11-27T18:00"],
  ["in two hours", "2026-11-27T14:00"],
  ["in an hour and a half", "2026-11-27T13:30"],
  ["1h30", "2026-11-27T13:30"],
  ["10h", "2026-11-27T22:00"],
  ["10 o'clock", "2026-11-28T10:00 tomorrow"],
  ["28th nov", "2026-11-28T10:00"],
  ["Nov 28th, 9am", "2026-11-28T09:00"],
  ["28th of November 2026 at 9", "2026-11-28T09:00"],
  ["on the 30th at 9", "2026-11-30T09:00"],
  ["26th", "2026-12-26T10:00"],
  ["28-11 10:30", "2026-11-28T10:30"],
  ["28-11-2026", "2026-11-28T10:00"],
  ["2026/11/28 10:30", "2026-11-28T10:30"],
  ["tomorrow 10 30", "2026-11-28T10:30"],
  ["nov 28 10 30", "2026-11-28T10:30"],
  ["10-30", "2026-11-28T10:30 tomorrow"],
  ["tomorrow before noon", "2026-11-28T10:00"],
]

const IN_LANGUAGE: [Language, string, string][] = [
  ["uk", "завтра 10:30", "2026-11-28T10:30"],
  ["uk", "завтра о 10", "2026-11-28T10:00"],
  ["uk", "завтра в 10", "2026-11-28T10:00"],
  ["uk", "Завтра о 10 год", "2026-11-28T10:00"],
  ["uk", "завтра о 3 дня", "2026-11-28T15:00"],
  ["uk", "завтра вранці", "2026-11-28T10:00"],
  ["uk", "післязавтра 9:15", "2026-11-29T09:15"],
  ["uk", "пн 9:00", "2026-11-30T09:00"],
  ["uk", "у понеділок о 9", "2026-11-30T09:00"],
  ["uk", "в п'ятницю о 14", "2026-11-27T14:00"],
  ["uk", "наступної п’ятниці 14:00", "2026-12-04T14:00"],
  ["uk", "28 листопада 10:30", "2026-11-28T10:30"],
  ["uk", "28 лист. о 10:30", "2026-11-28T10:30"],
  ["uk", "через 20 хв", "2026-11-27T12:20"],
  ["uk", "20хв", "2026-11-27T12:20"],
  ["uk", "через 1,5 год", "2026-11-27T13:30"],
  ["uk", "через пів години", "2026-11-27T12:30"],
  ["uk", "через годину", "2026-11-27T13:00"],
  ["uk", "через 3 дні о 11:00", "2026-11-30T11:00"],
  ["uk", "після обіду", "2026-11-27T14:00"],
  ["uk", "увечері", "2026-11-27T18:00"],
  ["uk", "завтра ввечері", "2026-11-28T18:00"],
  ["uk", "завтра опівдні", "2026-11-28T12:00"],
  ["uk", "завтра в обід", "2026-11-28T13:00"],
  ["uk", "після 18", "2026-11-27T18:00"],
  ["uk", "в суботу після 14", "2026-11-28T14:00"],
  ["uk", "о пів на шосту", "2026-11-27T17:30"],
  ["uk", "завтра о пів на 8", "2026-11-28T19:30"],
  ["uk", "о пів на першу", "2026-11-27T12:30"],
  ["uk", "о шостій", "2026-11-27T18:00"],
  ["uk", "за чверть шоста", "2026-11-27T17:45"],
  ["uk", "наступного тижня", "2026-11-30T10:00"],
  ["uk", "п'ятниця 14:00", "2026-11-27T14:00"],
  ["ru", "после обеда", "2026-11-27T14:00"],
  ["ru", "завтра вечером", "2026-11-28T18:00"],
  ["ru", "завтра в полдень", "2026-11-28T12:00"],
  ["ru", "после 18", "2026-11-27T18:00"],
  ["ru", "в субботу после 14", "2026-11-28T14:00"],
  ["ru", "в половине шестого", "2026-11-27T17:30"],
  ["ru", "завтра полшестого", "2026-11-28T17:30"],
  ["ru", "на следующей неделе", "2026-11-30T10:00"],
  ["ru", "завтра днём", "2026-11-28T14:00"],
  ["bg", "след обяд", "2026-11-27T14:00"],
  ["bg", "утре вечер", "2026-11-28T18:00"],
  ["bg", "утре на обяд", "2026-11-28T13:00"],
  ["bg", "след 18", "2026-11-27T18:00"],
  ["bg", "в събота след 14", "2026-11-28T14:00"],
  ["bg", "в пет и половина", "2026-11-27T17:30"],
  ["bg", "следващата седмица", "2026-11-30T10:00"],
  ["ru", "завтра в 10", "2026-11-28T10:00"],
  ["ru", "завтра в 7 вечера", "2026-11-28T19:00"],
  ["ru", "послезавтра утром", "2026-11-29T10:00"],
  ["ru", "в среду в 10 часов", "2026-12-02T10:00"],
  ["ru", "во вторник 10:30", "2026-12-01T10:30"],
  ["ru", "2 марта 9:00", "2027-03-02T09:00"],
  ["ru", "через 20 минут", "2026-11-27T12:20"],
  ["ru", "через полчаса", "2026-11-27T12:30"],
  ["ru", "через неделю в 10:30", "2026-12-04T10:30"],
  ["bg", "утре 10:30", "2026-11-28T10:30"],
  ["bg", "утре в 10:30 ч.", "2026-11-28T10:30"],
  ["bg", "утре сутринта", "2026-11-28T10:00"],
  ["bg", "вдругиден в 9", "2026-11-29T09:00"],
  ["bg", "пн 9", "2026-11-30T09:00"],
  ["bg", "в неделя 11:00", "2026-11-29T11:00"],
  ["bg", "28 ноември 10:30", "2026-11-28T10:30"],
  ["bg", "след 20 мин", "2026-11-27T12:20"],
  ["bg", "след половин час", "2026-11-27T12:30"],
  ["bg", "след 2 часа", "2026-11-27T14:00"],
  // What is written in two words is not "after tomorrow".
  ["uk", "після завтра о 10", "2026-11-29T10:00"],
  ["ru", "после завтра", "2026-11-29T10:00"],
  ["bg", "след утре", "2026-11-29T10:00"],
  // With the word for hours, on the clock and not so many hours ahead.
  ["bg", "утре в 10.30 ч.", "2026-11-28T10:30"],
  ["bg", "14.30ч", "2026-11-27T14:30"],
  ["bg", "10,30 ч.", "2026-11-28T10:30 tomorrow"],
  ["bg", "9 ч.", "2026-11-28T09:00 tomorrow"],
  ["bg", "след 10 часа", "2026-11-27T22:00"],
  ["uk", "10 год 30 хв", "2026-11-28T10:30 tomorrow"],
  ["uk", "10 годин", "2026-11-27T22:00"],
  ["uk", "через 10 год", "2026-11-27T22:00"],
  ["ru", "10ч30", "2026-11-28T10:30 tomorrow"],
  ["ru", "в 10 часов 30 минут", "2026-11-28T10:30 tomorrow"],
  ["ru", "2 часа дня", "2026-11-27T14:00"],
  ["ru", "через 2 часа 15", "2026-11-27T14:15"],
  ["ru", "через полтора часа", "2026-11-27T13:30"],
  ["uk", "через півтори години", "2026-11-27T13:30"],
  ["bg", "след час и половина", "2026-11-27T13:30"],
  ["uk", "1-го грудня", "2026-12-01T10:00"],
  ["uk", "28-го о 9", "2026-11-28T09:00"],
  ["ru", "28 числа в 9", "2026-11-28T09:00"],
  ["bg", "на 2-ри декември", "2026-12-02T10:00"],
  ["uk", "завтра до обіду", "2026-11-28T10:00"],
  ["bg", "утре на обед", "2026-11-28T13:00"],
]

/** Monday, 12:00 in Kyiv. */
const MONDAY = Date.parse("2026-11-23T10:00:00Z")

describe("a time as people type it", () => {
  it.each(
    (["en", "uk", "ru", "bg"] as const).flatMap((language) =>
      EVERYWHERE.map(([typed, at]) => [language, typed, at] as const)
    )
  )("on a page in %s, %j is %s", (language, typed, at) => {
    expect(read(language, typed)).toBe(at)
  })

  it.each(IN_LANGUAGE)("in %s, %j is %s", (language, typed, at) => {
    expect(read(language, typed)).toBe(at)
  })

  it.each([
    ["en", "next friday 9:00", "2026-12-04T09:00"],
    ["uk", "наступної п'ятниці о 9", "2026-12-04T09:00"],
    ["ru", "в следующий вторник в 10", "2026-12-01T10:00"],
    ["en", "friday 9:00", "2026-11-27T09:00"],
  ] as const)("in %s, early in the week, %j is %s", (language, typed, at) => {
    expect(read(language, typed, MONDAY)).toBe(at)
  })

  it("is on the next such day of a month that has it", () => {
    const lastOfJanuary = Date.parse("2027-01-31T10:00:00Z")
    expect(read("en", "30th", lastOfJanuary)).toBe("2027-03-30T10:00")
  })

  it.each([
    ["", "unreadable"],
    ["soon", "unreadable"],
    ["half past", "unreadable"],
    ["morning evening", "unreadable"],
    ["half past in 2 hours", "unreadable"],
    ["tomorrow 25:00", "unreadable"],
    ["tomorrow 10:61", "unreadable"],
    ["tomorrow 10:00 11:00", "unreadable"],
    ["today tomorrow", "unreadable"],
    ["завтра 10:30", "unreadable"],
    ["10:30 <b>", "unreadable"],
    // Hours between, and what lacks its unit.
    ["10-12", "unreadable"],
    ["tomorrow 10-12", "unreadable"],
    ["10 12", "unreadable"],
    ["in 5", "unreadable"],
    ["1 dec 9 15 30", "unreadable"],
    ["28202nd", "unreadable"],
    ["32nd", "noSuchDay"],
    ["today 9:00", "passed"],
    ["27.11 9:00", "passed"],
    ["27.11.2025 9:00", "passed"],
    ["30.02 10:00", "noSuchDay"],
    ["31 nov", "noSuchDay"],
    ["mon 28.11 10:00", "otherWeekday"],
    ["27.11.28202 10:00", "tooFar"],
    ["28202-11-27 10:00", "tooFar"],
    ["27-11-28202", "tooFar"],
    ["27.12.2027 10:00", "tooFar"],
    ["in 400 days", "tooFar"],
    ["in 999999999999999999 days", "tooFar"],
  ])("%j is refused: %s", (typed, fault) => {
    expect(read("en", typed)).toBe(fault)
  })

  it("is on the clocks of the zone, whatever the date in UTC", () => {
    const lateInKyiv = Date.parse("2026-11-27T22:30:00Z")
    expect(read("uk", "завтра 10:30", lateInKyiv)).toBe("2026-11-29T10:30")
    expect(read("en", "tomorrow 10:30", lateInKyiv, "America/New_York")).toBe(
      "2026-11-28T10:30"
    )
  })

  it("says that the clocks skip it", () => {
    const before = Date.parse("2026-03-28T10:00:00Z")
    expect(read("en", "tomorrow 03:30", before)).toBe(
      "2026-03-29T04:30 skipped"
    )
  })

  it("is the first of two when the clocks are set back", () => {
    const before = Date.parse("2026-10-24T10:00:00Z")
    const found = readTime("tomorrow 03:30", before, KYIV, timeWords("en"))
    expect(found).toMatchObject({ at: new Date("2026-10-25T00:30:00Z") })
  })

  it.each(["en", "uk", "ru", "bg"] as const)(
    "in %s, is read back from what is shown of it",
    (language) => {
      const t = textIn(language)
      const words = timeWords(language)
      fc.assert(
        fc.property(
          fc.integer({ min: NOW + 60_000, max: NOW + 360 * 86_400_000 }),
          fc.constantFrom(KYIV, "Europe/Sofia", "America/New_York", "UTC"),
          (moment, zone) => {
            const minute = Math.ceil(moment / 60_000) * 60_000
            const shown = exactMoment(t, minute, zone)
            const found = readTime(shown, NOW, zone, words)
            expect(
              "at" in found && exactMoment(t, found.at.getTime(), zone)
            ).toBe(shown)
          }
        )
      )
    }
  )

  it("throws at nothing", () => {
    const words = timeWords("uk")
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        expect(() => readTime(typed, NOW, KYIV, words)).not.toThrow()
      })
    )
  })
})
