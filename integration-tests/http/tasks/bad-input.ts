import fc from "fast-check"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import request from "supertest"
import middlewares from "../../../src/api/middlewares"
import { placeOrder, taskOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { refused } from "../refused"
import { wrongRequests } from "./wrong-values"

const ROUTES = (middlewares.routes ?? []).filter(({ matcher }) =>
  String(matcher).startsWith("/admin/follow-ups")
)

export function badInput(shop: TestShop): void {
  let id = ""
  beforeEach(async () => {
    const order = await placeOrder(shop)
    id = (await taskOf(shop, order.id)).id
  })

  it("says which filter of the list is wrong", async () => {
    for (const [query, says, code, field, values] of [
      [
        "tab=later",
        "'now, mine, waiting, late, all' for field 'tab'",
        "not_a_choice",
        "tab",
        { got: "later" },
      ],
      [
        "status=late",
        'status was "late"; it may be one of open, waiting, completed, canceled',
        "unknown_word",
        "status",
        { was: "late" },
      ],
      ["limit=1000", "limit", "too_big", "limit", { max: 200 }],
      ["limit=many", "limit", "wrong_type", "limit", { expected: "number" }],
      ["offset=-1", "offset", "too_small", "offset", { min: 0 }],
      ["order=color", "order", "not_a_choice", "order", { got: "color" }],
      ["late=perhaps", "late", "not_a_choice", "late", { got: "perhaps" }],
      [
        "due_before=tomorrow",
        'due_before was "tomorrow"; it must be an instant such as 2026-11-21T09:00:00Z',
        "not_an_instant",
        "due_before",
        { was: "tomorrow" },
      ],
      ["colour=red", "colour", "unknown_fields", "colour", {}],
    ] as const) {
      const { status, body } = await shop.get(`/admin/follow-ups?${query}`)

      expect([query, status, body]).toEqual([
        query,
        400,
        refused({ says, code, path: [field], values }),
      ])
    }
  })

  it("says which field of a command is wrong, and changes nothing", async () => {
    const before = await shop.get(`/admin/follow-ups/${id}`)
    const call = { channel: "phone", outcome: "busy" }
    for (const [path, fields, says, code, field] of [
      [
        "attempts",
        {},
        "Field 'channel' is required",
        "field_required",
        "channel",
      ],
      [
        "attempts",
        { ...call, channel: "pigeon" },
        "channel",
        "not_a_choice",
        "channel",
      ],
      [
        "attempts",
        { ...call, outcome: 7 },
        "outcome",
        "not_a_choice",
        "outcome",
      ],
      ["attempts", { ...call, x: 1 }, "x", "unknown_fields", "x"],
      [
        "attempts",
        { ...call, note: "Rang\0" },
        "note contains an invalid character",
        "invalid_character",
        "note",
      ],
      ["assign", {}, "assignee_id", "field_required", "assignee_id"],
      [
        "assign",
        { assignee_id: 5 },
        "assignee_id",
        "wrong_type",
        "assignee_id",
      ],
      [
        "wait",
        { until: "soon" },
        'until was "soon"; it must be an instant',
        "not_an_instant",
        "until",
      ],
      [
        "complete",
        { outcome: ["confirmed"] },
        "outcome",
        "wrong_type",
        "outcome",
      ],
      [
        "cancel",
        { reason: "order_canceled" },
        "reason",
        "reason_unknown",
        "reason",
      ],
      ["notes", { note: "   " }, "note", "too_short", "note"],
      ["notes", { note: "n".repeat(5_001) }, "note", "too_long", "note"],
      ["claim", { for: "me" }, "for", "unknown_fields", "for"],
    ] as const) {
      const answer = await shop.post(`/admin/follow-ups/${id}/${path}`, fields)

      expect([path, answer.status, answer.body]).toEqual([
        path,
        400,
        refused({ says, code, path: [field] }),
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
          code: "unknown_fields",
          message: "Invalid request: Unrecognized fields: 'dry_run'",
          path: ["dry_run"],
          values: { fields: "dry_run" },
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

  it("takes an id, a text or a time that is none as any other wrong input", async () => {
    const { fingerprint } = await foundIn(shop)
    for (const asked of [
      shop.get("/admin/follow-ups/a%00b"),
      shop.get("/admin/follow-ups/a%00b/call-sheet"),
      shop.get("/admin/follow-ups/a%00b/explanation"),
      shop.post("/admin/follow-ups/a%00b/claim"),
      shop.post("/admin/follow-ups/a%00b/notes", { note: "Rang" }),
    ]) {
      const { status, body } = await asked
      expect([status, body.code, body.values]).toEqual([
        404,
        "task_not_found",
        { id: "a\0b" },
      ])
    }
    for (const kind of ["playbooks", "calendars", "canned-answers"]) {
      const { status } = await shop.get(`/admin/follow-ups/${kind}/a%00b`)
      expect([kind, status]).toEqual([kind, 404])
    }
    for (const [path, fields, code, field] of [
      ["notes", { note: { toString: "x" } }, "wrong_type", "note"],
      ["wait", { until: { toString: "x" } }, "not_an_instant", "until"],
      ["wait", { until: "0000-01-01T00:00:00Z" }, "date_out_of_range", "until"],
      [
        "wait",
        { until: "+028202-01-01T00:00:00.000Z" },
        "date_out_of_range",
        "until",
      ],
      ["notes", { note: "half \ud83d" }, "invalid_character", "note"],
      ["assign", { assignee_id: "a\0b" }, "invalid_character", "assignee_id"],
      [
        "complete",
        { outcome: "confirmed", answers: JSON.parse('{"__proto__":"x"}') },
        "unknown_fields",
        "answers",
      ],
    ] as const) {
      const { status, body } = await shop.post(
        `/admin/follow-ups/${id}/${path}`,
        fields
      )
      expect([path, status, body.code, body.path?.[0]]).toEqual([
        path,
        400,
        code,
        field,
      ])
    }
    for (const [query, code] of [
      ["q=a%00b", "invalid_character"],
      ["order_id=a%00b", "invalid_character"],
      ["type=a&type=b%00", "invalid_character"],
      ["limit[value]=x", "wrong_type"],
      ["limit=5&limit=6", "wrong_type"],
      ["due_before=0000-01-01T00:00:00Z", "date_out_of_range"],
    ] as const) {
      const { status, body } = await shop.get(`/admin/follow-ups?${query}`)
      expect([query, status, body.code]).toEqual([query, 400, code])
    }
    expect((await foundIn(shop)).fingerprint).toEqual(fingerprint)
  })

  it("answers no wrong request with an error of its own, whatever the route, and changes nothing", async () => {
    const { fingerprint, ids } = await foundIn(shop)
    const sent = ROUTES.flatMap((route, index) =>
      fc.sample(
        wrongRequests(route, "/admin/follow-ups", (kind) => ids[kind] ?? id),
        { seed: 9_000 + index, numRuns: 14 }
      )
    )
    const wrong: unknown[] = []
    for (const { method, path, body } of sent) {
      const asked = request(shop.url)
        [method](path)
        .set("Authorization", `Bearer ${shop.agent().token}`)
        .set("Content-Type", "application/json")
      const answer = path.includes("/counts/stream")
        ? await beginningOf(shop, path)
        : await (body === undefined ? asked : asked.send(body))
      const isFine =
        method === "get"
          ? answer.status < 500
          : [400, 404, 413].includes(answer.status)
      const isTold =
        answer.status < 400 ||
        (typeof answer.body.type === "string" &&
          typeof answer.body.message === "string")
      if (!isFine || !isTold) {
        wrong.push([
          method,
          path.slice(0, 200),
          body?.slice(0, 200),
          answer.status,
          answer.body,
        ])
      }
    }

    expect(wrong).toEqual([])
    expect(sent.length).toBeGreaterThan(400)
    expect((await foundIn(shop)).fingerprint).toEqual(fingerprint)
  })

  it("takes only JSON for a body", async () => {
    for (const [type, code] of [
      ["text/plain", "wrong_type"],
      ["application/xml", "field_required"],
      ["application/octet-stream", "field_required"],
      // Express's parser refuses it, and Medusa says so.
      ["application/json; charset=latin-7", undefined],
    ] as const) {
      const { status, body } = await request(shop.url)
        .post(`/admin/follow-ups/${id}/notes`)
        .set("Authorization", `Bearer ${shop.agent().token}`)
        .set("Content-Type", type)
        .send('{"note":"Rang"}')
      expect([type, status < 500, body.code]).toEqual([type, true, code])
      expect([type, status < 400]).toEqual([type, false])
    }
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
          code: "task_not_found",
          message: "Follow-up task with id: order_123 was not found",
          path: [],
          values: { id: "order_123" },
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

    expect((await complete({ phone: "12" })).body).toEqual({
      type: "not_allowed",
      code: "not_a_phone_number",
      message:
        "phone is not a phone number; it may be one such as +380671234567",
      path: ["phone"],
      values: {},
    })
    expect((await complete({})).body).toEqual({
      type: "not_allowed",
      code: "number_missing",
      message:
        'phone is missing: outcome "number_received" needs the number that the customer gave',
      path: ["phone"],
      values: { outcome: "number_received" },
    })
  })

  it("refuses an Idempotency-Key without end", async () => {
    const { status, body } = await shop
      .post(`/admin/follow-ups/${id}/claim`)
      .set("Idempotency-Key", "k".repeat(256))

    expect(status).toBe(400)
    expect(body).toEqual({
      type: "invalid_data",
      code: "key_too_long",
      message: "Idempotency-Key had 256 characters; it may have at most 255",
      path: [],
      values: { length: 256, max: 255 },
    })
  })
}

/** What is stored, table by table, and an id of each kind of rule. */
async function foundIn(shop: TestShop) {
  const database = shop.container.resolve(
    ContainerRegistrationKeys.PG_CONNECTION
  )
  const { rows: tables } = await database.raw<{ rows: { name: string }[] }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name like 'follow_up%'
      order by 1`
  )
  const fingerprint: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.raw<{ rows: { sum: string }[] }>(
      `select md5(coalesce(string_agg(one::text, ';' order by one::text), '')) as sum
         from "${name}" as one`
    )
    fingerprint.push(`${name} ${rows[0]?.sum}`)
  }
  const [playbook] = await shop.followUp.listFollowUpPlaybooks()
  const [calendar] = await shop.followUp.listFollowUpBusinessCalendars()
  const [answer] = await shop.followUp.listFollowUpCannedAnswers()
  const ids: Record<string, string | undefined> = {
    playbooks: playbook?.id,
    calendars: calendar?.id,
    "canned-answers": answer?.id,
  }
  return { fingerprint, ids }
}

/** A stream that has begun goes on for minutes: its status says enough. */
async function beginningOf(shop: TestShop, path: string) {
  const leaving = new AbortController()
  const response = await fetch(`${shop.url}${path}`, {
    headers: { Authorization: `Bearer ${shop.agent().token}` },
    signal: leaving.signal,
  })
  const { status } = response
  const body = status === 200 ? {} : await response.json()
  leaving.abort()
  return { status, body }
}
