import type Holidays from "date-holidays"
import type { HolidaysTypes } from "date-holidays"

/** A correction of the library by the law. */
type Correction = {
  country: string
  /** The first year for which it is right. */
  since: number
  /** The library's rule that it replaces. */
  instead_of?: string
  rule?: string
  holiday?: HolidaysTypes.HolidayOptions
}

const CORRECTIONS: Correction[] = [
  // Bulgarian Labour Code, article 154 (1).
  {
    country: "BG",
    since: 2010,
    rule: "orthodox -1",
    holiday: {
      type: "public",
      name: {
        bg: "Велика събота",
        en: "Holy Saturday",
        ru: "Великая суббота",
        uk: "Велика субота",
      },
    },
  },
  {
    country: "BG",
    since: 1990,
    instead_of: "12-26",
    rule: "12-26",
    holiday: {
      type: "public",
      name: {
        bg: "Втори ден на Коледа",
        en: "Second day of Christmas",
        ru: "Второй день Рождества",
        uk: "Другий день Різдва",
      },
    },
  },
  // Labour Code of Ukraine, article 73, as changed by law 3107-IX of 2023.
  {
    country: "UA",
    since: 2018,
    instead_of: "01-02 and if saturday, sunday then next monday",
  },
  {
    country: "UA",
    since: 2024,
    instead_of: "05-09 and if saturday, sunday then next monday",
    rule: "05-08 and if saturday, sunday then next monday",
    holiday: {
      type: "public",
      substitute: true,
      name: {
        bg: "Ден на паметта и победата над нацизма",
        en: "Day of Remembrance and Victory over Nazism",
        ru: "День памяти и победы над нацизмом",
        uk: "День пам'яті та перемоги над нацизмом",
      },
    },
  },
]

/** Corrects the library's rules for a country and a year by its law. */
export function correctRules(
  holidays: Holidays,
  country: string,
  year: number
): void {
  for (const correction of CORRECTIONS) {
    if (correction.country !== country || year < correction.since) {
      continue
    }
    if (correction.instead_of) {
      holidays.unsetRule(correction.instead_of)
    }
    if (correction.rule && correction.holiday) {
      holidays.setHoliday(correction.rule, correction.holiday)
    }
  }
}
