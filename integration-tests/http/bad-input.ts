import request from "supertest"
import { placeOrder, taskOf } from "../shop/place-order"
import type { TestShop } from "../shop/test-shop"

export function badInput(shop: TestShop): void {
  let id = ""
  beforeEach(async () => {
    const order = await placeOrder(shop)
    id = (await taskOf(shop, order.id)).id
  })

  it("says which filter of the list is wrong", async () => {
    for (const [query, says] of [
      ["tab=later", "'now, mine, waiting, late, all' for field 'tab'"],
      [
        "status=late",
        'status was "late"; it may be one of open, waiting, completed, canceled',
      ],
      ["limit=1000", "limit"],
      ["limit=many", "limit"],
      ["offset=-1", "offset"],
      ["order=color", "order"],
      ["late=perhaps", "late"],
      [
        "due_before=tomorrow",
        'due_before was "tomorrow"; it must be an instant such as 2026-11-21T09:00:00Z',
      ],
      ["colour=red", "colour"],
    ] as const) {
      const { status, body } = await shop.get(`/admin/follow-ups?${query}`)

      expect([query, status, body]).toEqual([
        query,
        400,
        { type: "invalid_data", message: expect.stringContaining(says) },
      ])
    }
  })

  it("says which field of a command is wrong, and changes nothing", async () => {
    const before = await shop.get(`/admin/follow-ups/${id}`)
    for (const [path, fields, says] of [
      ["attempts", {}, "Field 'channel' is required"],
      ["attempts", { channel: "pigeon", outcome: "busy" }, "channel"],
      ["attempts", { channel: "phone", outcome: 7 }, "outcome"],
      ["attempts", { channel: "phone", outcome: "busy", x: 1 }, "x"],
      ["assign", {}, "assignee_id"],
      ["assign", { assignee_id: 5 }, "assignee_id"],
      ["wait", { until: "soon" }, 'until was "soon"; it must be an instant'],
      ["complete", { outcome: ["confirmed"] }, "outcome"],
      ["cancel", { reason: "order_canceled" }, "reason"],
      ["notes", { note: "   " }, "note"],
      ["notes", { note: "n".repeat(5_001) }, "note"],
      ["claim", { for: "me" }, "for"],
    ] as const) {
      const answer = await shop.post(`/admin/follow-ups/${id}/${path}`, fields)

      expect([path, answer.status, answer.body]).toEqual([
        path,
        400,
        { type: "invalid_data", message: expect.stringContaining(says) },
      ])
    }
    const after = await shop.get(`/admin/follow-ups/${id}`)
    expect(after.body.activities).toEqual(before.body.activities)
  })

  it("says which field of a query there is not, whatever is asked", async () => {
    const monday = { monday: [["09:00", "18:00"]] }
    const calendar = {
      definition: { time_zone: "Europe/Kyiv", weekly: monday, exceptions: [] },
    }
    const answer = {
      name: "Thanks",
      types: ["confirm_order"],
      texts: { en: "Thank you" },
    }
    const saved = await shop
      .post("/admin/follow-ups/canned-answers", answer)
      .expect(200)
    for (const [path, fields] of [
      ["calendars/preview", calendar],
      ["scripts/preview", { text: "Hello", locale: "en" }],
      ["canned-answers", { ...answer, name: "Again" }],
      [`canned-answers/${saved.body.canned_answer.id}`, { name: "Again" }],
      [`${id}/claim`, {}],
      [`${id}/notes`, { note: "Rang twice" }],
    ] as const) {
      const { status, body } = await shop.post(
        `/admin/follow-ups/${path}?dry_run=true`,
        fields
      )

      expect([path, status, body]).toEqual([
        path,
        400,
        {
          type: "invalid_data",
          message: "Invalid request: Unrecognized fields: 'dry_run'",
        },
      ])
    }
  })

  it("refuses JSON that is none", async () => {
    const { status, body } = await request(shop.url)
      .post(`/admin/follow-ups/${id}/notes`)
      .set("Authorization", `Bearer ${shop.agent().token}`)
      .set("Content-Type", "application/json")
      .send('{"note": "unfinished')

    expect(status).toBe(400)
    expect(body.message).toContain("JSON")
  })

  it("refuses a note of a megabyte", async () => {
    const { status } = await shop.post(`/admin/follow-ups/${id}/notes`, {
      note: "n".repeat(1_000_000),
    })

    expect(status).toBe(413)
  })

  it("knows no task with an order's id", async () => {
    for (const [method, path] of [
      ["get", ""],
      ["get", "/call-sheet"],
      ["get", "/explanation"],
      ["post", "/claim"],
      ["post", "/resume"],
    ] as const) {
      const { status, body } = await shop[method](
        `/admin/follow-ups/order_123${path}`
      )

      expect([path, status, body]).toEqual([
        path,
        404,
        {
          type: "not_found",
          message: "Follow-up task with id: order_123 was not found",
        },
      ])
    }
  })

  it("refuses a phone number that is none", async () => {
    const order = await placeOrder(shop, { phone: undefined })
    const asking = await taskOf(shop, order.id, "complete_contact")
    const complete = (fields: object) =>
      shop.post(`/admin/follow-ups/${asking.id}/complete`, {
        outcome: "number_received",
        ...fields,
      })

    expect((await complete({ phone: "12" })).body.message).toBe(
      "phone is not a phone number; it may be one such as +380671234567"
    )
    expect((await complete({})).body.message).toBe(
      'phone is missing: outcome "number_received" needs the number that the customer gave'
    )
  })

  it("refuses an Idempotency-Key without end", async () => {
    const { status, body } = await shop
      .post(`/admin/follow-ups/${id}/claim`)
      .set("Idempotency-Key", "k".repeat(256))

    expect(status).toBe(400)
    expect(body.message).toBe(
      "Idempotency-Key had 256 characters; it may have at most 255"
    )
  })
}
