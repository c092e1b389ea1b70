import { readFileSync } from "node:fs"
import { join } from "node:path"
import { orderOnSheet } from "../../shop/order-on-sheet"
import { changeConfirm } from "../../shop/confirm-playbook"
import { placedOnce, placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"

const ADMIN_API = join(__dirname, "../../../docs/admin-api.md")

/** The fields of an answer, at every level, whatever they say. */
function fieldsOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.slice(0, 1).map(fieldsOf)
  }
  return value !== null && typeof value === "object"
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, its]) => [name, fieldsOf(its)])
      )
    : "value"
}

export function reading(shop: TestShop): void {
  const placed = placedOnce(shop)

  it("comes with its attempts and activities, newest first", async () => {
    const { id } = placed().task
    await shop.post(`/admin/follow-ups/${id}/claim`).expect(200)
    await shop
      .post(`/admin/follow-ups/${id}/attempts`, {
        channel: "phone",
        outcome: "busy",
        note: "<b>engaged</b>",
      })
      .expect(200)
    const { body } = await shop.get(`/admin/follow-ups/${id}`).expect(200)

    expect(body.attempts).toEqual([
      expect.objectContaining({
        task_id: id,
        outcome: "busy",
        note: "<b>engaged</b>",
        actor: expect.objectContaining({ name: shop.agent().name }),
      }),
    ])
    expect(body.activities.map(({ kind }: { kind: string }) => kind)).toEqual([
      "waiting",
      "attempted",
      "assigned",
      "opened",
    ])
    expect(body.activities[2].data.assignee.name).toBe(shop.agent().name)
    expect(body.activities[3].actor).toBeNull()
  })

  it("is listed as the documentation has it", async () => {
    const { id } = placed().task
    await shop.post(`/admin/follow-ups/${id}/claim`).expect(200)
    await shop
      .post(`/admin/follow-ups/${id}/attempts`, {
        channel: "phone",
        outcome: "busy",
      })
      .expect(200)
    const { body } = await shop.get("/admin/follow-ups?tab=waiting").expect(200)
    const page = readFileSync(ADMIN_API, "utf8")
    const [, sample = ""] = /```json\n([^`]+)```/.exec(page) ?? []
    expect(fieldsOf(body.follow_ups[0])).toEqual(fieldsOf(JSON.parse(sample)))

    for (const path of ["/counts", "/health", "/task-types", "/absences"]) {
      const [, listed = ""] =
        new RegExp(
          `- \`GET /admin/follow-ups${path}\`\\n(?:  - takes.*\\n)?  - answers \`\\{(.*?) \\}\``
        ).exec(page) ?? []
      const answer = await shop.get(`/admin/follow-ups${path}`).expect(200)
      const names = listed
        .replace(/: \{[^}]*\}/g, "")
        .trim()
        .split(", ")
      expect([path, Object.keys(answer.body).sort()]).toEqual([
        path,
        names.sort(),
      ])
    }
  })

  it("explains its deadlines from the calendar", async () => {
    const { task } = placed()
    const { body } = await shop
      .get(`/admin/follow-ups/${task.id}/explanation`)
      .expect(200)
    const [target, limit] = body.explanation.deadlines

    expect(body.explanation.time_zone).toBe("Europe/Kyiv")
    expect(target).toMatchObject({
      deadline: "response_target",
      at: task.response_target_at,
      business_seconds: 1200,
    })
    expect(limit).toMatchObject({ business_seconds: 3600 })
    expect(limit.steps.at(-1)).toMatchObject({
      kind: "window",
      end: task.response_limit_at,
    })
  })

  it("explains what was answered in time by the hours of that time", async () => {
    const { task } = placed()
    await shop
      .post(`/admin/follow-ups/${task.id}/attempts`, {
        channel: "phone",
        outcome: "busy",
      })
      .expect(200)
    const explained = async () =>
      (await shop.get(`/admin/follow-ups/${task.id}/explanation`).expect(200))
        .body.explanation
    const before = await explained()
    const { body } = await shop.get("/admin/follow-ups/calendars").expect(200)
    const [{ id, version }] = body.calendars
    await shop
      .post(`/admin/follow-ups/calendars/${id}`, {
        version,
        definition: {
          time_zone: "Europe/Kyiv",
          weekly: { wednesday: [["03:00", "03:30"]] },
          exceptions: [],
        },
      })
      .expect(200)
    shop.clock.advance(1)
    await shop.tick()
    const after = await explained()

    expect(after.calendar).toMatchObject({ id, version: version + 1 })
    expect(after.deadlines).toEqual(before.deadlines)
  })

  it("explains what nobody answered by the rules that moved it", async () => {
    const { task } = placed()
    await changeConfirm(shop, { response_target_minutes: 5 })
    shop.clock.set(new Date(Date.parse(task.response_target_at) - 60_000))
    await shop.tick()
    const { body } = await shop
      .get(`/admin/follow-ups/${task.id}/explanation`)
      .expect(200)
    const [target] = body.explanation.deadlines

    expect(Date.parse(target.at)).toBeLessThan(shop.clock.now().getTime())
    expect(target).toMatchObject({ business_seconds: 300, banked_seconds: 0 })
  })

  it.each(["ptBR", "zhCN", "pt_PT"])(
    "has a call sheet for a dashboard in %s",
    async (locale) => {
      const order = await placeOrder(shop)
      const { id } = await taskOf(shop, order.id)
      const { body } = await shop
        .get(`/admin/follow-ups/${id}/call-sheet?locale=${locale}`)
        .expect(200)
      expect(body.call_sheet.tasks[0].script).toContain("Олена Коваленко")
    }
  )

  it("has a call sheet with the order, the stock and what to say", async () => {
    const { order: earlier } = placed()
    const order = await placeOrder(shop)
    const { id } = await taskOf(shop, order.id)
    const { body } = await shop
      .get(`/admin/follow-ups/${id}/call-sheet?locale=uk-UA`)
      .expect(200)
    const { call_sheet } = body

    expect(call_sheet.tasks[0].script).toContain("Вітаю, Олена Коваленко!")
    expect(call_sheet.tasks[0].script).toContain(shop.agent().name)
    expect(orderOnSheet(call_sheet)).toMatchObject({
      id: order.id,
      total: order.total,
      payment_status: "authorized",
      payment_providers: ["pp_system_default"],
      shipping_methods: [{ total: expect.any(Number) }],
    })
    expect(orderOnSheet(call_sheet)?.items[0]).toMatchObject({
      quantity: 1,
      thumbnail: expect.any(String),
      options: [{ title: expect.any(String), value: expect.any(String) }],
      stock: { managed: true, available: expect.any(Number), short_by: 0 },
    })
    // What is in the same call is no earlier order.
    expect(call_sheet.earlier_order_count).toBe(0)
    await shop
      .post(`/admin/follow-ups/${placed().task.id}/complete`, {
        outcome: "confirmed",
      })
      .expect(200)
    const after = await shop
      .get(`/admin/follow-ups/${id}/call-sheet`)
      .expect(200)
    expect(after.body.call_sheet).toMatchObject({
      earlier_order_count: 1,
      earlier_orders: [{ id: earlier.id }],
    })
    const before = await shop
      .get(`/admin/follow-ups/${placed().task.id}/call-sheet`)
      .expect(200)
    expect(before.body.call_sheet.earlier_order_count).toBe(0)
  })

  it("warns of a number that was wrong for another order", async () => {
    const sheet = async () =>
      (
        await shop
          .get(`/admin/follow-ups/${placed().task.id}/call-sheet`)
          .expect(200)
      ).body.call_sheet
    expect((await sheet()).phone_was_wrong).toBe(false)
    const next = await taskOf(
      shop,
      (await placeOrder(shop, { phone: "+380 67 123-45-67" })).id
    )
    await shop
      .post(`/admin/follow-ups/${next.id}/attempts`, {
        channel: "phone",
        outcome: "wrong_number",
      })
      .expect(200)

    expect(await sheet()).toMatchObject({
      phone_was_wrong: true,
      wrong_phones: expect.arrayContaining([
        "+380 67 123-45-67",
        "+380671234567",
      ]),
    })
  })

  it("says by how many units stock is short", async () => {
    const [variant_id = ""] = shop.wares.variant_ids
    // One of the 40 has already been sold.
    const order = await placeOrder(shop, {}, { variant_id, quantity: 59 })
    const { id } = await taskOf(shop, order.id)
    const { body } = await shop
      .get(`/admin/follow-ups/${id}/call-sheet`)
      .expect(200)
    const [item] = orderOnSheet(body.call_sheet)?.items ?? []

    expect(item?.stock).toEqual({
      managed: true,
      allow_backorder: true,
      available: -20,
      short_by: 20,
    })
  })

  it("lists the task types with their outcomes", async () => {
    const { body } = await shop.get("/admin/follow-ups/task-types").expect(200)

    const outcome = (
      name: string,
      group: string,
      english: string,
      leads_to: string | null = null
    ) => ({
      done_in: null,
      leads_to,
      outcome: name,
      group,
      label: expect.objectContaining({ en: english }),
      asks: [],
    })
    expect(body.task_types).toContainEqual({
      type: "confirm_order",
      kind: "confirm_order",
      label: expect.objectContaining({ en: "Confirm order" }),
      enabled: true,
      gets: null,
      outcomes: [
        outcome("confirmed", "reached", "Confirmed"),
        outcome("changed", "reached", "Changed", "edit_order"),
        outcome("declined", "reached", "Declined", "cancel_order"),
        outcome("unreachable", "not_reached", "Unreachable"),
      ],
    })
  })
}
