import { localDateAt } from "../index"

describe("the local date of a moment", () => {
  it.each([
    ["before midnight", "2026-11-27T21:59:59Z", "Europe/Kyiv", "2026-11-27"],
    ["from midnight on", "2026-11-27T22:00:00Z", "Europe/Kyiv", "2026-11-28"],
    ["in summer", "2026-07-01T21:00:00Z", "Europe/Kyiv", "2026-07-02"],
    ["west of Greenwich", "2026-12-01T01:00:00Z", "America/Lima", "2026-11-30"],
    [
      "where a date was skipped",
      "2011-12-30T10:00Z",
      "Pacific/Apia",
      "2011-12-31",
    ],
    ["before the epoch", "1969-12-31T23:30:00Z", "UTC", "1969-12-31"],
  ])("is that of the place %s", (_, at, time_zone, date) => {
    expect(localDateAt(new Date(at), time_zone)).toBe(date)
  })
})
