import type { Parcel } from "../../../../shop/parcels"
import { reportsOf } from "../follow-parcels"
import { lateFacts } from "../delay"

const at = (time: string) => new Date(`2026-11-27T${time}:00Z`)

const parcel = (id: string, more: Partial<Parcel> = {}): Parcel => ({
  id,
  order_id: "order_1",
  provider_id: "manual",
  tracking_numbers: [],
  shipped_at: null,
  delivered_at: null,
  order_is_packed: true,
  ...more,
})

describe("what Medusa knows of an order's parcels", () => {
  it("is nothing until one is shipped", () => {
    expect(reportsOf([parcel("ful_1")])).toEqual([])
  })

  it("is that it is on its way, and delivered with the last parcel", () => {
    const first = parcel("ful_1", {
      shipped_at: at("09:00"),
      delivered_at: at("12:00"),
      tracking_numbers: ["T1"],
    })
    const second = parcel("ful_2", { shipped_at: at("10:00") })

    expect(
      reportsOf([first, second]).map(({ message_id, kind }) => [
        message_id,
        kind,
      ])
    ).toEqual([
      ["shipped:ful_1", "on_the_way"],
      ["shipped:ful_2", "on_the_way"],
    ])
    expect(
      reportsOf([first, { ...second, delivered_at: at("13:00") }]).at(-1)
    ).toMatchObject({
      message_id: "delivered:ful_2",
      kind: "delivered",
      delivered_at: at("13:00"),
    })
  })

  it("is no delivery while something of the order is yet to be packed", () => {
    const first = parcel("ful_1", {
      delivered_at: at("12:00"),
      order_is_packed: false,
    })
    expect(reportsOf([first])).toEqual([])
  })

  it("is told order by order", () => {
    const reports = reportsOf([
      parcel("ful_1", { delivered_at: at("12:00") }),
      parcel("ful_2", { order_id: "order_2" }),
    ])
    expect(reports.map(({ order_id }) => order_id)).toEqual(["order_1"])
  })
})

describe("what a script says of a delay", () => {
  const data = {
    booking_id: "dwbook_1",
    window: {
      id: "dwin_1",
      starts_at: "2026-11-27T12:00:00.000Z",
      ends_at: "2026-11-27T14:00:00.000Z",
      local_date: "2026-11-27",
      local_start: "14:00",
      local_end: "16:00",
      time_zone: "Europe/Kyiv",
    },
    expected_at: "2026-11-27T14:25:00.000Z",
    observed_at: "2026-11-27T13:10:00.000Z",
  }

  /** Before the window's end, in its zone. */
  const NOW = new Date("2026-11-27T13:10:00.000Z")

  const saidIn = (
    language: string,
    task: Parameters<typeof lateFacts>[0],
    now = NOW
  ) => {
    const { expected_time, expected_date, ...late } = lateFacts(task, now)
    return {
      ...late,
      expected_time: expected_time(language),
      expected_date: expected_date(language),
    }
  }

  it("is when the courier comes, by the clocks of the window, and how late", () => {
    expect(saidIn("uk", { data })).toEqual({
      is_late: true,
      expected_time: "16:25",
      expected_date: "",
      late_by: 25,
    })
  })

  it("names the day, in the language of the text, if it is another one", () => {
    const tomorrow = { ...data, expected_at: "2026-11-28T08:00:00.000Z" }
    expect(saidIn("uk", { data: tomorrow })).toMatchObject({
      expected_time: "10:00",
      expected_date: "субота, 28 листопада",
    })
    expect(saidIn("en", { data: tomorrow }).expected_date).toBe(
      "Saturday 28 November"
    )
  })

  it("names the day as it is told: the window's own on the evening before, none on the day itself", () => {
    const evening = new Date("2026-11-26T21:59:00.000Z")
    expect(saidIn("en", { data }, evening).expected_date).toBe(
      "Friday 27 November"
    )
    // Two minutes later it is Friday in Kyiv.
    const night = new Date("2026-11-26T22:01:00.000Z")
    expect(saidIn("en", { data }, night).expected_date).toBe("")
    const tomorrow = { ...data, expected_at: "2026-11-28T08:00:00.000Z" }
    const morning = new Date("2026-11-28T06:00:00.000Z")
    expect(saidIn("en", { data: tomorrow }, morning).expected_date).toBe("")
  })

  it("is unknown where nobody has named a time, and without such a task", () => {
    expect(saidIn("uk", { data: { ...data, expected_at: null } })).toEqual({
      is_late: true,
      expected_time: "",
      expected_date: "",
      late_by: null,
    })
    expect(lateFacts({ data: {} }, NOW).is_late).toBe(false)
    expect(lateFacts(null, NOW).is_late).toBe(false)
  })
})
