import { execFileSync } from "node:child_process"
import { join } from "node:path"
import {
  type Holiday,
  holidayCountries,
  holidaysAsOf,
  holidaysOf,
} from "../holidays"

const inYear = (country: string, year = 2026, locale = "en") =>
  holidaysOf({ country, state: null, year }, locale)

const named = (holidays: Holiday[], date: string) =>
  holidays.filter((holiday) => holiday.date === date).map(({ name }) => name)

const daysOff = (holidays: Holiday[]) =>
  holidays.filter(({ kind }) => kind === "public").map(({ date }) => date)

describe("the holidays of Bulgaria", () => {
  it("are those of its Labour Code, with the days in lieu", async () => {
    expect(daysOff(await inYear("bg"))).toEqual([
      "2026-01-01",
      "2026-03-03",
      "2026-04-10",
      "2026-04-11",
      "2026-04-12",
      "2026-04-13",
      "2026-05-01",
      "2026-05-06",
      "2026-05-24",
      "2026-05-25",
      "2026-09-06",
      "2026-09-07",
      "2026-09-22",
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
      "2026-12-28",
    ])
  })

  it("have the names that people there know", async () => {
    const holidays = await inYear("bg", 2026, "bg")
    expect(named(holidays, "2026-05-06")).toEqual(["Гергьовден"])
    expect(named(holidays, "2026-04-12")).toEqual(["Великден"])
    expect(named(holidays, "2026-09-07")).toEqual([
      "Ден на съединението (почивен ден)",
    ])
  })

  it("give two days in lieu where two of Christmas are on a weekend", async () => {
    expect(daysOff(await inYear("bg", 2022)).slice(-5)).toEqual([
      "2022-12-24",
      "2022-12-25",
      "2022-12-26",
      "2022-12-27",
      "2022-12-28",
    ])
  })

  it("give none for Easter, nor on a day that is off already", async () => {
    // In 2027 Labour Day is the Saturday before Easter.
    const may = daysOff(await inYear("bg", 2027)).filter((date) =>
      date.startsWith("2027-05-0")
    )
    expect(may).toEqual([
      "2027-05-01",
      "2027-05-01",
      "2027-05-02",
      "2027-05-03",
      "2027-05-04",
      "2027-05-06",
    ])
  })
})

describe("the holidays of Russia", () => {
  it("are those of its Labour Code, with what the decree for 2026 moves", async () => {
    expect(daysOff(await inYear("ru"))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => `2026-01-0${day}`),
      "2026-02-23",
      "2026-03-08",
      "2026-03-09",
      "2026-05-01",
      "2026-05-09",
      "2026-05-11",
      "2026-06-12",
      "2026-11-04",
      "2026-12-31",
    ])
  })

  it("are without the Mondays that the decree for 2025 moved elsewhere", async () => {
    const days_off = daysOff(await inYear("ru", 2025))
    for (const moved of ["05-02", "05-08", "06-13", "11-03", "12-31"]) {
      expect(days_off).toContain(`2025-${moved}`)
    }
    expect(days_off).not.toContain("2025-02-24")
    expect(days_off).not.toContain("2025-03-10")
  })

  it("have only the days in lieu of the code in a year without a decree", async () => {
    expect(daysOff(await inYear("ru", 2027)).slice(8)).toEqual([
      "2027-02-23",
      "2027-03-08",
      "2027-05-01",
      "2027-05-03",
      "2027-05-09",
      "2027-05-10",
      "2027-06-12",
      "2027-06-14",
      "2027-11-04",
    ])
    expect(holidaysAsOf("ru")).toEqual({
      as_of: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      decreed_until: 2026,
      worked_by: null,
    })
    expect(holidaysAsOf("us").decreed_until).toBeNull()
  })

  it("say which days were moved by decree", async () => {
    const holidays = await inYear("ru", 2026, "ru")
    expect(named(holidays, "2026-12-31")).toEqual(["Перенесённый выходной"])
    expect(named(holidays, "2026-05-11")).toEqual([
      "День Победы (выходной день)",
    ])
  })
})

describe("days in lieu", () => {
  it.each([
    // Two in a row on a weekend, or one next to another day off.
    ["ua", 2028, ["2028-01-01", "2028-01-03"], ["2028-01-04"]],
    ["ua", 2027, ["2027-05-01", "2027-05-02", "2027-05-03", "2027-05-04"], []],
    ["ua", 2022, ["2022-12-26"], ["2022-12-27"]],
    ["kz", 2027, ["2027-03-21", "2027-03-22", "2027-03-23", "2027-03-24"], []],
    ["th", 2025, ["2025-04-13", "2025-04-15", "2025-04-16"], ["2025-04-17"]],
    ["gb", 2027, ["2027-12-27", "2027-12-28"], ["2027-12-29"]],
    // A Saturday's may be the Friday before.
    ["us", 2028, ["2028-11-10"], ["2028-11-13"]],
    ["us", 2029, ["2029-11-12"], ["2029-11-09"]],
    ["us", 2034, ["2034-11-10"], []],
    ["us", 2027, ["2027-12-24", "2027-12-31"], []],
    ["bm", 2026, ["2026-12-28"], []],
    // Those that the library lacks.
    ["ca", 2029, ["2029-07-02"], []],
    ["ca", 2028, [], ["2028-07-03"]],
    ["vn", 2026, ["2026-04-27"], []],
    ["th", 2026, ["2026-06-01", "2026-12-07"], []],
    ["zw", 2027, ["2027-04-19", "2027-12-27"], ["2027-05-03"]],
    ["im", 2026, ["2026-07-06"], []],
    // In the next year.
    ["th", 2029, ["2029-01-01", "2029-01-02"], []],
    // Where the law has none.
    ["pl", 2026, [], ["2026-05-04", "2026-08-17", "2026-12-28"]],
    ["de", 2027, [], ["2027-05-03", "2027-10-04", "2027-12-27"]],
  ])(
    "of %s in %i are there: %j, and not %j",
    async (country, year, off, on) => {
      const days_off = daysOff(await inYear(country, year))
      expect(days_off).toEqual(expect.arrayContaining(off))
      expect(days_off.filter((date) => on.includes(date))).toEqual([])
    }
  )
})

describe("the holidays of Ukraine", () => {
  it("are those of its Labour Code, with the days in lieu", async () => {
    expect(daysOff(await inYear("ua"))).toEqual([
      "2026-01-01",
      "2026-03-08",
      "2026-03-09",
      "2026-04-12",
      "2026-04-13",
      "2026-05-01",
      "2026-05-08",
      "2026-05-31",
      "2026-06-01",
      "2026-06-28",
      "2026-06-29",
      "2026-07-15",
      "2026-08-24",
      "2026-10-01",
      "2026-12-25",
    ])
  })

  it("have the names that people there know", async () => {
    const holidays = await inYear("UA", 2026, "uk-UA")
    expect(named(holidays, "2026-04-12")).toEqual(["Великдень"])
    expect(named(holidays, "2026-06-29")).toEqual([
      "День Конституції (вихідний день)",
    ])
  })
})

it("names in English what it cannot name in the language asked for", async () => {
  const holidays = await inYear("bg", 2026, "uk")
  expect(named(holidays, "2026-01-01")).toEqual(["Новий Рік"])
  expect(named(holidays, "2026-05-06")).toEqual(["St. George's Day"])
})

it("says which are days off by law, and which are not", async () => {
  const holidays = await inYear("bg")
  const kindOn = (date: string) =>
    holidays.find((holiday) => holiday.date === date)?.kind
  expect(kindOn("2026-03-03")).toBe("public")
  expect(kindOn("2026-03-08")).toBe("observance")
  expect(kindOn("2026-11-01")).toBe("school")
})

it("has an entry for each day of a holiday that lasts longer", async () => {
  const feast = (await inYear("tr")).filter(({ name }) =>
    name.startsWith("Feast of the Sacrifice")
  )
  expect(feast.map(({ date }) => date)).toEqual([
    "2026-05-27",
    "2026-05-28",
    "2026-05-29",
    "2026-05-30",
    "2026-05-31",
  ])
})

it("has an entry for a day of which only the afternoon is one", async () => {
  expect(named(await inYear("at"), "2026-12-24")).toEqual(["Christmas Eve"])
})

it("has one entry for a day on which the clocks change", async () => {
  const holidays = await inYear("pl")
  expect(named(holidays, "2026-03-29")).toEqual(["Palm Sunday"])
  expect(named(holidays, "2026-03-30")).toEqual([])
})

it("knows the holidays that only a state has", async () => {
  const bavaria = await holidaysOf(
    { country: "de", state: "by", year: 2026 },
    "de"
  )
  expect(named(bavaria, "2026-01-06")).toEqual(["Heilige Drei Könige"])
  expect(named(await inYear("de", 2026, "de"), "2026-01-06")).toEqual([])
})

it.each([
  [
    "xx",
    null,
    'country was "xx"; it may be the code of a country whose holidays are known, such as bg: holiday-countries lists them',
  ],
  ["bg", "22", 'state was "22"; BG has no states with holidays of their own'],
  [
    "at",
    "xyz",
    'state was "xyz"; that of AT may be one of 1, 2, 3, 4, 5, 6, 7, 8, 9',
  ],
])("refuses the place %s %s", async (country, state, message) => {
  await expect(
    holidaysOf({ country, state, year: 2026 }, "en")
  ).rejects.toMatchObject({ type: "invalid_data", message })
})

it("lists the countries by their names in a language", async () => {
  const countries = await holidayCountries("bg")
  const names = countries.map(({ name }) => name)
  expect(names).toEqual([...names].sort(new Intl.Collator("bg").compare))
  expect(countries).toContainEqual({ code: "bg", name: "България", states: [] })
  expect(countries.find(({ code }) => code === "de")?.states).toContainEqual({
    code: "BY",
    name: "Bayern",
  })
})

it("loads nothing before somebody asks", () => {
  const loaded = execFileSync(
    process.execPath,
    [
      "--import",
      "tsx",
      "-e",
      `require(${JSON.stringify(join(__dirname, "../holidays.ts"))})
       console.log(Object.keys(require.cache).some((file) => file.includes("date-holidays")))`,
    ],
    { encoding: "utf8" }
  )
  expect(loaded.trim()).toBe("false")
})
