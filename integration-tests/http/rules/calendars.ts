import {
  type CalendarDefinition,
  compileCalendar,
} from "../../../src/business-time"
import type { AdminFollowUp } from "../../../src/api/admin/follow-ups/types"
import { placeOrder, taskOf } from "../../shop/place-order"
import { openSalesChannel } from "../../shop/sales-channel"
import type { TestShop } from "../../shop/test-shop"
import { CALENDARS, calendarRoutes, office, nights } from "../calendar-routes"
import { playbookRoutes } from "./playbook-routes"

/** An hour a week, at a time when the shop's other calendars are closed. */
const early: CalendarDefinition = {
  time_zone: "Europe/Kyiv",
  weekly: { wednesday: [["03:00", "04:00"]] },
  exceptions: [],
}

/** When twenty minutes of that hour have passed since the task was opened. */
const earlyTarget = ({ opened_at }: AdminFollowUp) =>
  compileCalendar(early).add(new Date(opened_at), 1_200).toISOString()

/** A shopper with a number and an address in Bulgaria. */
const inBulgaria = {
  country: "bg",
  city: "София",
  phone: "088 712 3456",
} as const

export function calendars(shop: TestShop): void {
  const { list, create, update, standard } = calendarRoutes(shop)
  const playbooks = playbookRoutes(shop)

  describe("reading", () => {
    it("begins with the one that the shop's settings describe", async () => {
      shop.clock.set("2026-11-23T12:00+02:00")
      const { body } = await shop.get(CALENDARS).expect(200)

      expect(body).toEqual({
        calendars: [
          {
            id: expect.stringMatching(/^fucal_/),
            name: "Opening hours",
            is_default: true,
            is_edited: false,
            version: 1,
            definition: expect.objectContaining({ time_zone: "Europe/Kyiv" }),
            bindings: [],
            playbooks: [],
            active_tasks: 0,
            is_open: true,
            next_change_at: "2026-11-23T16:00:00.000Z",
            created_at: expect.any(String),
            updated_at: expect.any(String),
          },
        ],
        count: 1,
        limit: 50,
        offset: 0,
        now: "2026-11-23T10:00:00.000Z",
      })
    })
  })

  describe("changing", () => {
    it("adds a calendar, which applies nowhere yet", async () => {
      shop.clock.set("2026-11-23T21:30+02:00")
      const calendar = await create("  Нощна смяна ")

      expect(calendar).toMatchObject({
        name: "Нощна смяна",
        is_default: false,
        is_edited: true,
        version: 1,
        definition: nights,
        bindings: [],
        active_tasks: 0,
        is_open: true,
        next_change_at: "2026-11-24T02:00:00.000Z",
      })
      expect((await list()).map(({ name }) => name)).toEqual([
        "Opening hours",
        "Нощна смяна",
      ])
      const { body } = await shop.get(`${CALENDARS}/${calendar.id}`).expect(200)
      expect(body.calendar).toEqual(calendar)
    })

    it("shows a page of them", async () => {
      await create("A night")
      await create("B night")
      const { body } = await shop
        .get(`${CALENDARS}?limit=1&offset=1`)
        .expect(200)

      expect(body).toMatchObject({
        calendars: [{ name: "A night" }],
        count: 3,
        limit: 1,
        offset: 1,
      })
    })

    it("gives new hours a further version, and moves what is open to them", async () => {
      const order = await placeOrder(shop)
      const before = await taskOf(shop, order.id)
      const { id, name } = await standard()
      const calendar = await update(id, { definition: early, version: 1 })

      expect(calendar).toMatchObject({
        version: 2,
        is_edited: true,
        is_default: true,
        active_tasks: 1,
        definition: early,
      })
      const { body } = await shop.get(`/admin/follow-ups/${before.id}`)
      expect(body.follow_up.calendar).toEqual({
        id,
        name,
        version: 2,
        time_zone: "Europe/Kyiv",
      })
      expect(body.follow_up.response_target_at).toBe(earlyTarget(before))
    })

    it("says first what that would do, and does nothing", async () => {
      const order = await placeOrder(shop)
      const task = await taskOf(shop, order.id)
      const { id } = await standard()
      const { body } = await shop
        .post(`${CALENDARS}/${id}?dry_run=true`, {
          definition: early,
        })
        .expect(200)

      expect(body).toEqual({
        dry_run: {
          active_tasks: 1,
          moved: 1,
          miss_target: 0,
          become_late: 0,
          stop_being_late: 0,
          examples: [
            {
              follow_up: {
                id: task.id,
                type: "confirm_order",
                order_display_id: order.display_id,
                customer_name: "Олена Коваленко",
              },
              deadline: "response_target",
              before: task.response_target_at,
              after: earlyTarget(task),
              becomes: null,
            },
          ],
        },
        now: expect.any(String),
      })
      expect(await standard()).toMatchObject({ version: 1, is_edited: false })
      expect(await taskOf(shop, order.id)).toMatchObject({
        response_target_at: task.response_target_at,
        calendar: { version: 1 },
      })
    })

    it("makes another calendar the default one", async () => {
      const { id } = await create("Night shift")
      await update(id, { is_default: true })

      expect(
        (await list()).map(({ name, is_default }) => [name, is_default])
      ).toEqual([
        ["Night shift", true],
        ["Opening hours", false],
      ])
      const order = await placeOrder(shop)
      expect((await taskOf(shop, order.id)).calendar.id).toBe(id)
    })

    it("deletes a calendar that nothing depends on", async () => {
      const { id } = await create("Night shift")
      const { body } = await shop.delete(`${CALENDARS}/${id}`).expect(200)

      expect(body).toEqual({ id, object: "follow_up_calendar", deleted: true })
      expect(await list()).toHaveLength(1)
      await shop.get(`${CALENDARS}/${id}`).expect(404)
    })
  })

  describe("binding", () => {
    it("lets a sales channel's orders run under a calendar of their own", async () => {
      const taxi = await openSalesChannel(shop, "Taxi delivery")
      const calendar = await create("Night shift")
      const { bindings } = await update(calendar.id, {
        bindings: [{ scope: "sales_channel", reference_id: taxi.id }],
      })

      expect(bindings).toEqual([
        {
          id: expect.any(String),
          scope: "sales_channel",
          reference_id: taxi.id,
          reference_name: "Taxi delivery",
        },
      ])
      const [inTaxi, inShop] = [
        await placeOrder(shop, {}, {}, taxi.wares),
        await placeOrder(shop),
      ]
      expect((await taskOf(shop, inTaxi.id)).calendar).toMatchObject({
        id: calendar.id,
        time_zone: "Europe/Sofia",
      })
      expect((await taskOf(shop, inShop.id)).calendar.id).toBe(
        (await standard()).id
      )
    })

    it("lets a region's orders do so, and moves those that are open", async () => {
      const open = await placeOrder(shop, inBulgaria)
      const elsewhere = await placeOrder(shop)
      await taskOf(shop, open.id)
      await taskOf(shop, elsewhere.id)
      const { id } = await create("Sofia", early)
      const binding = {
        bindings: [{ scope: "region", reference_id: shop.wares.regions.bg }],
      }
      const { body } = await shop
        .post(`${CALENDARS}/${id}?dry_run=true`, binding)
        .expect(200)
      expect(body.dry_run).toMatchObject({ active_tasks: 2, moved: 1 })

      expect(await update(id, binding)).toMatchObject({
        active_tasks: 1,
        bindings: [{ reference_name: "Bulgaria" }],
      })
      expect((await taskOf(shop, open.id)).calendar.id).toBe(id)
      const next = await placeOrder(shop, inBulgaria)
      expect((await taskOf(shop, next.id)).calendar.id).toBe(id)
    })

    it("is taken from the calendar that had it", async () => {
      const binding = {
        bindings: [{ scope: "region", reference_id: shop.wares.regions.bg }],
      }
      const [one, other] = [await create("One"), await create("Other")]
      await update(one.id, binding)
      await update(other.id, binding)

      expect(
        (await list()).map(({ name, bindings }) => [name, bindings.length])
      ).toEqual([
        ["Opening hours", 0],
        ["One", 0],
        ["Other", 1],
      ])
    })

    it("is refused where somebody else was quicker, and moves no task by itself", async () => {
      const { id, definition } = await standard()
      const order = await placeOrder(shop)
      const { calendar } = await taskOf(shop, order.id)
      const region = (reference_id: string) => ({
        version: calendar.version,
        bindings: [{ scope: "region", reference_id }],
      })
      const { version } = await update(id, region(shop.wares.regions.bg))
      const { body } = await shop
        .post(`${CALENDARS}/${id}`, region(shop.wares.regions.ua))
        .expect(400)

      expect(body.message).toContain("was changed by somebody else meanwhile")
      expect(await standard()).toMatchObject({
        version,
        definition,
        bindings: [{ reference_name: "Bulgaria" }],
      })
      const task = await taskOf(shop, order.id)
      expect(task.calendar).toEqual(calendar)
      const { body: detail } = await shop
        .get(`/admin/follow-ups/${task.id}`)
        .expect(200)
      expect(
        detail.activities.map(({ kind }: { kind: string }) => kind)
      ).toEqual(["opened"])
    })

    it("says which calendar applies, and what was asked", async () => {
      const sales_channel_id = await shop.salesChannelId()
      const region_id = shop.wares.regions.bg
      const { id, name } = await create("Sofia", office)
      await update(id, {
        bindings: [{ scope: "region", reference_id: region_id }],
      })
      const { body } = await shop
        .get(
          `${CALENDARS}/applying?type=confirm_order&sales_channel_id=${sales_channel_id}&region_id=${region_id}`
        )
        .expect(200)

      expect(body.applying).toEqual({
        calendar: { id, name },
        because: "region",
        asked: [
          {
            rule: "playbook",
            reference: { id: expect.any(String), name: "Standard" },
            fits: false,
          },
          {
            rule: "sales_channel",
            reference: { id: sales_channel_id, name: "Online shop" },
            fits: false,
          },
          { rule: "stock_location", reference: null, fits: false },
          {
            rule: "region",
            reference: { id: region_id, name: "Bulgaria" },
            fits: true,
          },
        ],
        own_calendars: [],
      })
      const anywhere = await shop
        .get(`${CALENDARS}/applying?type=complete_contact`)
        .expect(200)
      expect(anywhere.body.applying.because).toBe("default")
      expect(anywhere.body.applying.asked.slice(-2)).toEqual([
        {
          rule: "task_type",
          reference: { id: "complete_contact", name: "complete_contact" },
          fits: false,
        },
        { rule: "default", reference: null, fits: true },
      ])
    })
  })

  describe("which calendar applies in general", () => {
    it("is not that of a playbook with conditions, which is said beside it", async () => {
      const night = await create("Night shift", nights)
      const standard = await playbooks.standard()
      const { id, name } = await playbooks.create("Large orders", {
        calendar_id: night.id,
        conditions: {
          all: [
            {
              field: "order_total",
              operator: "at_least",
              value: 2000,
              currency_code: "uah",
            },
          ],
          any: [],
        },
      })
      await playbooks.order([id, standard.id]).expect(200)
      const applying = async (query = "") =>
        (
          await shop
            .get(`${CALENDARS}/applying?type=confirm_order${query}`)
            .expect(200)
        ).body.applying

      expect(await applying()).toMatchObject({
        because: "default",
        asked: expect.arrayContaining([
          {
            rule: "playbook",
            reference: { id: standard.id, name: standard.name },
            fits: false,
          },
        ]),
        own_calendars: [
          {
            playbook: { id, name },
            calendar: { id: night.id, name: night.name },
          },
        ],
      })
      expect(await applying(`&playbook_id=${id}`)).toMatchObject({
        calendar: { id: night.id },
        because: "playbook",
        own_calendars: [],
      })
    })
  })

  describe("deleting what is in use", () => {
    it("is refused, and moves to the replacement where one is named", async () => {
      const region_id = shop.wares.regions.bg
      const [used, spare] = [await create("Used"), await create("Spare")]
      await update(used.id, {
        bindings: [{ scope: "region", reference_id: region_id }],
      })
      const order = await placeOrder(shop, inBulgaria)
      expect((await taskOf(shop, order.id)).calendar.id).toBe(used.id)

      const refused = await shop.delete(`${CALENDARS}/${used.id}`).expect(400)
      expect(refused.body).toEqual({
        type: "not_allowed",
        code: "calendar_in_use",
        message:
          'Business calendar "Used" is in use: by 1 binding. Name in replace_with the calendar that takes over',
        path: [],
        values: { name: "Used", users: "1 binding", playbooks: 0, bindings: 1 },
      })
      const path = `${CALENDARS}/${used.id}?replace_with=${spare.id}`
      const tried = await shop.delete(`${path}&dry_run=true`).expect(200)
      expect(tried.body.dry_run).toMatchObject({ active_tasks: 1 })
      expect(await list()).toHaveLength(3)

      await shop.delete(path).expect(200)
      expect(await list()).toEqual([
        expect.objectContaining({ name: "Opening hours" }),
        expect.objectContaining({
          id: spare.id,
          active_tasks: 1,
          bindings: [expect.objectContaining({ reference_id: region_id })],
        }),
      ])
      expect((await taskOf(shop, order.id)).calendar.id).toBe(spare.id)
    })
  })

  describe("the preview", () => {
    it("draws six weeks of hours that nobody has saved", async () => {
      shop.clock.set("2026-11-23T12:00+02:00")
      const { body } = await shop
        .post(`${CALENDARS}/preview`, { definition: nights })
        .expect(200)

      expect(body.preview).toMatchObject({
        time_zone: "Europe/Sofia",
        from: "2026-11-22T22:00:00.000Z",
        to: "2027-01-03T22:00:00.000Z",
        hours: 11 * 8,
        exceptions: [{ date: "2026-12-25", windows: [], label: "Коледа" }],
      })
      expect(body.preview.windows).toHaveLength(11)
      expect(body.preview.windows[0]).toEqual({
        start: "2026-11-23T18:00:00.000Z",
        end: "2026-11-24T02:00:00.000Z",
      })
      expect(await list()).toHaveLength(1)
    })
  })

  describe("holidays", () => {
    it("are suggested by country, year and language", async () => {
      const { body } = await shop
        .get(`${CALENDARS}/holidays?country=bg&year=2026&locale=bg`)
        .expect(200)

      expect(body).toMatchObject({
        as_of: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        decreed_until: null,
        worked_by: null,
      })
      expect(body.holidays).toContainEqual({
        date: "2026-05-06",
        name: "Гергьовден",
        kind: "public",
      })
      expect(body.holidays).toContainEqual({
        date: "2026-04-12",
        name: "Великден",
        kind: "public",
      })
    })

    it("say where they are working days by law for now", async () => {
      const { body } = await shop
        .get(`${CALENDARS}/holidays?country=ua&year=2026&locale=uk`)
        .expect(200)
      expect(body).toMatchObject({
        as_of: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        worked_by: expect.stringContaining("2136-IX"),
      })
    })

    it("begin with the country of the calendar's zone, else with the shop's", async () => {
      const countryIn = async (time_zone?: string) => {
        const { body } = await shop
          .get(
            `${CALENDARS}/holiday-countries?locale=uk${time_zone ? `&time_zone=${time_zone}` : ""}`
          )
          .expect(200)
        return body.country
      }
      expect(await countryIn("Europe/Sofia")).toBe("bg")
      expect(await countryIn("Europe/Kiev")).toBe("ua")
      const { default_country } = shop.followUp.settings
      for (const nowhere of ["UTC", "Europe/Atlantis", undefined]) {
        expect(await countryIn(nowhere)).toBe(default_country)
      }
    })

    it("are known for countries, and states of some", async () => {
      const { body } = await shop
        .get(`${CALENDARS}/holiday-countries?locale=uk`)
        .expect(200)
      const named = (code: string) =>
        body.countries.find(
          (country: { code: string }) => country.code === code
        )

      expect(named("ua")).toEqual({ code: "ua", name: "Україна", states: [] })
      expect(named("de").states).toContainEqual({ code: "BY", name: "Bayern" })
    })
  })
}
