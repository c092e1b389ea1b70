import { WEEKDAYS, type WindowDefinition } from "../../src/business-time"
import { holidaysOf } from "../../src/modules/follow-up/rules/calendars/holidays"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

const everyDay = (windows: WindowDefinition[]) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, windows]))

const WORKDAY: [string, string][] = [["09:00", "18:00"]]
const HOURS = {
  time_zone: "Europe/Sofia",
  weekly: {
    monday: WORKDAY,
    tuesday: WORKDAY,
    wednesday: WORKDAY,
    thursday: WORKDAY,
    friday: WORKDAY,
  },
}

/** In Sofia's summer time. */
const may = (date: string, time: string) =>
  new Date(`2026-05-${date}T${time}+03:00`)

const WEB = { sales_channel_id: "sc_web" }
const TAXI = { sales_channel_id: "sc_taxi" }

/**
 * A shop whose web site keeps office hours, and which delivers by taxi at
 * night.
 */
describeModule(
  "a shop in Sofia",
  ({ service }) => {
    beforeEach(async () => {
      const now = may("01", "08:00")
      const { calendars } = await service.readRuleBook(now)
      const [standard] = calendars
      if (!standard) {
        throw new Error("The shop has no calendar")
      }
      const holidays = await holidaysOf(
        { country: "bg", state: null, year: 2026 },
        "bg"
      )
      await service.changeRules(
        {
          kind: "update_calendar",
          id: standard.id,
          definition: {
            ...HOURS,
            exceptions: holidays
              .filter(({ kind }) => kind === "public")
              .map(({ date, name }) => ({ date, label: name, windows: [] })),
          },
        },
        null,
        now
      )
      await service.changeRules(
        {
          kind: "create_calendar",
          id: "fucal_night",
          name: "Нощна смяна",
          definition: {
            time_zone: "Europe/Sofia",
            weekly: everyDay([["20:00", "04:00"]]),
          },
        },
        null,
        now
      )
      await service.changeRules(
        {
          kind: "update_calendar",
          id: "fucal_night",
          bindings: [
            { scope: "sales_channel", reference_id: TAXI.sales_channel_id },
          ],
        },
        null,
        now
      )
    })

    /** The response target of an order placed at that time. */
    const target = async (
      channel: { sales_channel_id: string },
      opened_at: Date
    ) =>
      (await openOne(service, { ...channel, opened_at }, opened_at))
        .response_target_at

    it("answers a taxi order at 01:30 by 01:50", async () => {
      expect(await target(TAXI, may("05", "01:30"))).toEqual(may("05", "01:50"))
    })

    it("answers the web site's order of 01:30 in the morning", async () => {
      expect(await target(WEB, may("05", "01:30"))).toEqual(may("05", "09:20"))
    })

    it("goes on at night with what the night before had no time for", async () => {
      expect(await target(TAXI, may("05", "03:50"))).toEqual(may("05", "20:10"))
      expect(await target(TAXI, may("05", "12:00"))).toEqual(may("05", "20:20"))
    })

    it("is closed on St. George's Day, and its taxis are not", async () => {
      expect(await target(WEB, may("05", "17:50"))).toEqual(may("07", "09:10"))
      expect(await target(TAXI, may("06", "21:00"))).toEqual(may("06", "21:20"))
    })

    it("is closed on the Monday in lieu of 24 May, a Sunday", async () => {
      expect(await target(WEB, may("23", "12:00"))).toEqual(may("26", "09:20"))
    })

    it("says of each task which version of which calendar it runs under", async () => {
      const opened_at = may("05", "10:00")
      const web = await openOne(service, { ...WEB, opened_at }, opened_at)
      const taxi = await openOne(service, { ...TAXI, opened_at }, opened_at)
      // The hours of one calendar were changed; the other one was bound.
      expect([web.calendar_version, taxi.calendar_version]).toEqual([2, 2])
      expect(taxi.calendar_id).toBe("fucal_night")
    })
  },
  { calendar: HOURS, default_country: "bg" }
)
