import { windowTexts } from "../window-text"

const window = (starts_at: string, ends_at: string) => ({
  starts_at: new Date(starts_at),
  ends_at: new Date(ends_at),
  time_zone: "Europe/Kyiv",
})

describe("windows that are read out", () => {
  it("say a day once, by the clock of the window", () => {
    const windows = [
      window("2026-11-27T12:00:00Z", "2026-11-27T14:00:00Z"),
      window("2026-11-27T16:00:00Z", "2026-11-27T18:00:00Z"),
      // Past midnight in Kyiv.
      window("2026-11-27T22:30:00Z", "2026-11-28T00:30:00Z"),
    ]
    expect(windowTexts(windows, "en")).toEqual([
      "Friday 27 November, 14:00–16:00",
      "18:00–20:00",
      "Saturday 28 November, 00:30–02:30",
    ])
  })

  it.each(["en", "uk", "ru", "bg"])(
    "end at 24:00 with the day, and begin with one at 00:00, in %s",
    (language) => {
      const [evening, night] = windowTexts(
        [
          window("2026-11-27T20:00:00Z", "2026-11-27T22:00:00Z"),
          window("2026-11-27T22:00:00Z", "2026-11-28T00:00:00Z"),
        ],
        language
      )
      expect(evening).toMatch(/27.*, 22:00–24:00$/)
      expect(night).toMatch(/28.*, 00:00–02:00$/)
    }
  )
})
