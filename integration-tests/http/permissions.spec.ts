import { createUsersWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import request from "supertest"
import { ensureLogin } from "../../demo/seed/logins"
import { agents } from "../../demo/seed/people"
import type { AdminFollowUpDryRun } from "../../src/api/admin/follow-ups/calendars/types"
import type { AdminFollowUpPlaybook } from "../../src/api/admin/follow-ups/playbooks/types"
import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"
import { bookWindowWorkflow, openFollowUpsWorkflow } from "../../src/workflows"
import { listen } from "../shop/listen"
import { offerWindows } from "../shop/delivery-windows"
import { placeOrder } from "../shop/place-order"
import { somebody } from "../shop/purchase"
import { lineOf } from "../shop/settle"
import { signIn } from "../shop/sign-in"
import { stock, variantOf } from "../shop/stock"
import { type Agent, describeShop, type TestShop } from "../shop/test-shop"
import { until } from "../shop/until"

jest.setTimeout(240_000)

// Nothing else turns it on: the configuration is what docs/permissions.md says.
process.env.ROLES = "true"
afterAll(() => void delete process.env.ROLES)

const DESK = ["follow_up:read", "follow_up:update"]
const TEAM = ["follow_up_team:read"]
const RULES = [
  "follow_up_rule:read",
  "follow_up_rule:create",
  "follow_up_rule:update",
  "follow_up_rule:delete",
]

const ROOT = "/admin/follow-ups"
const CALENDAR = {
  name: "Night shift",
  definition: {
    time_zone: "Europe/Sofia",
    weekly: { monday: [["20:00", "04:00"]] },
    exceptions: [],
  },
}

describeShop("with Medusa's role-based access control", (shop) => {
  it("the queue is worked by whoever may, and by nobody else", async () => {
    const desk = await agentWith(shop, 0, DESK)
    const rules = await agentWith(shop, 1, RULES)
    const { id } = await openOne(shop)

    await shop.get(ROOT, desk).expect(200)
    await shop.post(`${ROOT}/${id}/claim`, {}, desk).expect(200)
    await shop.get(`${ROOT}/${id}/call-sheet`, desk).expect(200)
    for (const path of [
      "",
      "/counts",
      "/health",
      `/${id}`,
      `/${id}/call-sheet`,
    ]) {
      await shop.get(`${ROOT}${path}`, desk).expect(200)
      await shop.get(`${ROOT}${path}`, rules).expect(403)
    }
    await shop.post(`${ROOT}/search`, { q: "a" }, desk).expect(200)
    await shop.post(`${ROOT}/search`, { q: "a" }, rules).expect(403)
    const refused = await shop
      .post(`${ROOT}/${id}/claim`, {}, rules)
      .expect(403)
    expect(refused.body.message).toContain("follow_up:update")
  })

  it("what is short is seen, and reported, by whoever may", async () => {
    const packer = await agentWith(shop, 0, ["shortage:create"])
    const desk = await agentWith(shop, 1, [...DESK, "shortage:read"])
    const { id, items } = await placeOrder(shop)
    const report = {
      order_id: id,
      line_item_id: items?.at(0)?.id,
      quantity_found: 0,
    }
    const reports = "/admin/shortages/reports"

    await shop.post(reports, report, desk).expect(403)
    const { body } = await shop.post(reports, report, packer).expect(200)
    expect(body).toEqual({ shortages: [] })
    const refused = await shop
      .post(reports, { ...report, correct_stock: true }, packer)
      .expect(403)
    expect(refused.body.message).toContain("inventory_level:update")
    for (const list of ["", "/items", "/replacements"]) {
      await shop.get(`/admin/shortages${list}`, packer).expect(403)
      await shop.get(`/admin/shortages${list}`, desk).expect(200)
    }
    const listed = await shop.get("/admin/shortages", desk).expect(200)
    expect(listed.body.shortages).toMatchObject([{ order_id: id, reported: 1 }])

    const settlements = `/admin/shortages/orders/${id}/settlements`
    const settled = {
      line_item_id: report.line_item_id,
      deed: { kind: "wait" },
    }
    await shop.post(`${settlements}/preview`, settled, desk).expect(200)
    await shop.post(`${settlements}/preview`, settled, packer).expect(403)
    await shop.post(settlements, settled, desk).expect(403)
    const editor = await agentWith(shop, 2, [
      "shortage:update",
      "order_change:update",
    ])
    const capturing = await shop
      .post(settlements, { ...settled, capture_first: true }, editor)
      .expect(403)
    expect(capturing.body.message).toContain("capture:create")
    await shop.post(settlements, settled, editor).expect(200)

    const offers = `/admin/shortages/orders/${id}/offers`
    const offer = "/admin/shortages/offers/shoff_0"
    await shop.post(offer, { capture_first: false }, desk).expect(403)
    await shop.post(offer, { capture_first: false }, editor).expect(404)
    for (const [path, body] of [
      [offer, {}],
      [`${offer}/answer`, { answer: "accept", alternative_id: "shalt_0" }],
    ] as const) {
      const captured = await shop
        .post(path, { ...body, capture_first: true }, editor)
        .expect(403)
      expect(captured.body.message).toContain("capture:create")
    }
    await shop.get(offers, packer).expect(403)
    await shop.get(offers, desk).expect(200)
    const offered = {
      line_item_id: report.line_item_id,
      units: 1,
      alternatives: [
        { variant_id: "variant_0", quantity: 1, location_id: null },
      ],
    }
    await shop.post(offers, offered, desk).expect(403)
    await shop.post(offers, offered, editor).expect(400)
    await shop.post(`${offer}/withdraw`, {}, desk).expect(403)
    await shop.post(`${offer}/withdraw`, {}, editor).expect(404)
    const answer = { answer: "refuse" }
    await shop.post(`${offer}/answer`, answer, desk).expect(403)
    await shop.post(`${offer}/answer`, answer, editor).expect(404)
    const refund = `/admin/shortages/orders/${id}/refund`
    const money = await shop.post(refund, { amount: 1 }, editor).expect(403)
    expect(money.body.message).toContain("refund:create")
  })

  it("delivery windows are seen, booked and overbooked by whoever may", async () => {
    const { window, next } = await offerWindows(shop, { capacity: 1 })
    const orders = [await placeOrder(shop), await placeOrder(shop)]
    const [one, other] = orders.map(
      ({ id }) => `/admin/delivery-windows/orders/${id}`
    )
    const reader = await agentWith(shop, 0, ["delivery_window:read"])
    const desk = await agentWith(shop, 1, ["delivery_window:update"])
    const owner = await agentWith(shop, 2, [
      "delivery_window:read",
      "delivery_window:update",
      "delivery_window:create",
    ])
    const booked = { window_id: window.id }

    await shop.get(`${one}`, desk).expect(403)
    await shop.get(`${one}`, reader).expect(200)
    for (const verb of ["book", "move", "release", "link"]) {
      await shop.post(`${one}/${verb}`, booked, reader).expect(403)
    }
    const { body } = await shop.post(`${one}/book`, booked, desk).expect(200)
    expect(JSON.stringify(body)).not.toContain("local_start")
    const granted = "/admin/delivery-windows/granted"
    for (const [agent, overbook] of [
      [reader, false],
      [owner, true],
    ] as const) {
      const { body } = await shop.get(granted, agent).expect(200)
      expect(body).toEqual({ overbook })
    }
    const over = { ...booked, overbook_reason: "A birthday" }
    const refused = await shop.post(`${other}/book`, over, desk).expect(403)
    expect(refused.body).toMatchObject({
      code: "overbooking_not_permitted",
      values: { policies: "delivery_window:create" },
    })
    await shop.post(`${other}/book`, over, owner).expect(200)
    await shop.post(`${other}/move`, { window_id: next.id }, desk).expect(200)
  })

  it("who gets a delivery, where and for how much is told to whoever may read orders", async () => {
    const { window } = await offerWindows(shop, { capacity: 1 })
    const { id, display_id } = await placeOrder(shop)
    const desk = await agentWith(shop, 2, ["delivery_window:update"])
    await shop
      .post(
        `/admin/delivery-windows/orders/${id}/book`,
        { window_id: window.id },
        desk
      )
      .expect(200)
    const reader = await agentWith(shop, 0, ["delivery_window:read"])
    const courier = await agentWith(shop, 1, [
      "delivery_window:read",
      "order:read",
    ])
    shop.clock.set(new Date(window.ends_at.getTime() + 60_000))
    const seen = async (agent: typeof reader) => {
      const board = await shop
        .get(`/admin/delivery-windows?date=${window.local_date}`, agent)
        .expect(200)
      const backlog = await shop
        .get("/admin/delivery-windows/backlog", agent)
        .expect(200)
      return {
        reads_orders: board.body.reads_orders,
        order: board.body.windows[0].bookings[0].order,
        unheard: backlog.body.bookings[0].order,
      }
    }

    expect(await seen(courier)).toMatchObject({
      reads_orders: true,
      order: { id, phone: expect.any(String), items: [{}] },
      unheard: { display_id, name: expect.any(String) },
    })
    const { reads_orders, order, unheard } = await seen(reader)
    expect(reads_orders).toBe(false)
    expect(order).toMatchObject({
      id,
      display_id,
      name: null,
      phone: null,
      address: [],
      note: null,
      to_collect: 0,
      items: [],
    })
    expect(unheard).toEqual({ display_id, name: null, phone: null })
  })

  it("a message with a link names the customer to whoever may read orders", async () => {
    const { window } = await offerWindows(shop, { capacity: 1 })
    const { id } = await placeOrder(shop)
    const desk = await agentWith(shop, 0, ["delivery_window:update"])
    const reader = await agentWith(shop, 1, [
      "delivery_window:update",
      "order:read",
    ])
    const delivery = `/admin/delivery-windows/orders/${id}`
    await shop
      .post(`${delivery}/book`, { window_id: window.id }, desk)
      .expect(200)
    const message = async (agent: Agent): Promise<string> =>
      (await shop.post(`${delivery}/link`, {}, agent).expect(200)).body.message

    expect(await message(reader)).toContain(", Олена!")
    expect(await message(desk)).toMatch(/^[^,!]+! /)
  })

  it("so does a message with the link of an offer", async () => {
    await stock(shop, "KET-ST", 0)
    const { id } = await placeOrder(shop)
    const { location_id } = await stock(shop, "FIL-1", 3)
    const variant_id = await variantOf(shop, "FIL-1")
    const policies = ["shortage:read", "shortage:create", "shortage:update"]
    const desk = await agentWith(shop, 0, policies)
    const reader = await agentWith(shop, 1, [...policies, "order:read"])
    const offers = `/admin/shortages/orders/${id}/offers`
    const { body } = await shop
      .post(
        offers,
        {
          line_item_id: await lineOf(shop, id),
          units: 1,
          alternatives: [{ variant_id, location_id, quantity: 1 }],
        },
        desk
      )
      .expect(200)
    const prolonged = `/admin/shortages/offers/${body.offer.id}/prolong`
    const messages = async (agent: Agent): Promise<string[]> => {
      const listed = await shop.get(offers, agent).expect(200)
      const longer = await shop.post(prolonged, {}, agent).expect(200)
      return [listed.body.offers[0].message, longer.body.offer.message]
    }

    const named = expect.stringContaining(", Олена!")
    const unnamed = expect.stringMatching(/^[^,!]+! /)
    expect(body.offer.message).toEqual(unnamed)
    expect(await messages(desk)).toEqual([unnamed, unnamed])
    expect(await messages(reader)).toEqual([named, named])
  })

  it("when couriers come is said by whoever may, and seen by those who agree on it", async () => {
    const owner = await agentWith(shop, 0, ["delivery_window:create"])
    const desk = await agentWith(shop, 1, ["delivery_window:read"])
    const templates = "/admin/delivery-windows/templates"
    const vocabulary = await shop.get(`${templates}/vocabulary`, desk)
    const template = {
      name: "Evening",
      weekdays: [1, 2, 3, 4, 5],
      starts_at: "18:00",
      ends_at: "20:00",
      time_zone: "Europe/Kyiv",
      service_zone_id: vocabulary.body.service_zones[0].id,
      shipping_option_ids: [],
      capacity: 10,
      capacity_unit: "orders",
      cut_off_minutes: 0,
      lead_minutes: 0,
      valid_from: null,
      valid_to: null,
      is_on: true,
    }

    const refused = await shop.post(templates, template, desk).expect(403)
    expect(refused.body.message).toContain("delivery_window:create")
    const { body } = await shop.post(templates, template, owner).expect(200)
    for (const path of ["", "/calendar", "/templates", "/exceptions"]) {
      await shop.get(`/admin/delivery-windows${path}`, owner).expect(403)
      await shop.get(`/admin/delivery-windows${path}`, desk).expect(200)
    }
    await shop.delete(`${templates}/${body.id}`, desk).expect(403)
    await shop.delete(`${templates}/${body.id}`, owner).expect(200)
  })

  it("who says when couriers come, and may not see deliveries, is told how many a change would leave over", async () => {
    const { window } = await offerWindows(shop)
    const { id, display_id } = await placeOrder(shop)
    await bookWindowWorkflow(shop.container).run({
      input: { order_id: id, window_id: window.id, actor_id: null },
    })
    const policies = ["delivery_window:create"]
    const owner = await agentWith(shop, 0, policies)
    const reader = await agentWith(shop, 1, [
      ...policies,
      "delivery_window:read",
    ])
    const path = "/admin/delivery-windows/exceptions?dry_run=true"
    const closed = { date: window.local_date, kind: "closed" }
    for (const [agent, over] of [
      [owner, null],
      [reader, [{ booking_id: expect.any(String), order_id: id, display_id }]],
    ] as const) {
      const { body } = await shop.post(path, closed, agent).expect(200)
      expect(body).toEqual({ dry_run: { count: 1, over } })
    }
  })

  it("what is pinned holds for all orders, and is pinned by whoever may change rules", async () => {
    const desk = await agentWith(shop, 0, [
      ...DESK,
      "shortage:read",
      "shortage:update",
    ])
    const rules = await agentWith(shop, 1, ["follow_up_rule:update"])
    const [variant_id = "", other = ""] = shop.wares.variant_ids
    const pinned = { variant_id, replacement_variant_ids: [other] }
    const pins = "/admin/shortages/pins"
    const file = { csv: "" }

    await shop.post(pins, pinned, desk).expect(403)
    await shop.post(`${pins}/import`, file, desk).expect(403)
    const { body } = await shop.post(pins, pinned, rules).expect(200)
    expect(body).toEqual({
      variant_id,
      replacement_variant_ids: [],
      not_shown: [],
    })
    await shop.post(`${pins}/import`, file, rules).expect(400)
    const [variant] = await shop.container
      .resolve(Modules.PRODUCT)
      .listProductVariants({ id: variant_id })
    const list = `${pins}?product_id=${variant?.product_id}`
    await shop.get(list, rules).expect(403)
    const listed = await shop.get(list, desk).expect(200)
    expect(JSON.stringify(listed.body)).toContain(other)
  })

  it("whoever packs orders is told why not to, and nothing else of the desk", async () => {
    const packer = await agentWith(shop, 1, ["order:read"])
    const rules = await agentWith(shop, 2, RULES)
    const { id } = await openOne(shop)

    const notices = `${ROOT}/orders/order_1/notices`
    await shop.get(notices, packer).expect(200)
    await shop.get(notices, rules).expect(403)
    await shop.get(ROOT, packer).expect(403)
    await shop.post(`${ROOT}/${id}/cancel-order`, {}, packer).expect(403)
  })

  it("the first super admin may do everything, and whoever has no role nothing", async () => {
    const admin = await superAdmin(shop)
    const { id } = await openOne(shop)

    for (const path of ["", `/${id}/call-sheet`, "/playbooks", "/task-types"]) {
      await shop.get(`${ROOT}${path}`, admin).expect(200)
      await shop.get(`${ROOT}${path}`, shop.agent(2)).expect(403)
    }
    const { body } = await shop
      .post(`${ROOT}/${id}/claim`, {}, admin)
      .expect(200)
    expect(body.follow_up.assignee.id).toBe(admin.id)
    await shop.post(`${ROOT}/${id}/resume`, {}, shop.agent(2)).expect(403)

    // A secret API key has no role either.
    const key = await shop
      .post("/admin/api-keys", { title: "Import", type: "secret" }, admin)
      .expect(200)
    await request(shop.url)
      .get(ROOT)
      .auth(key.body.api_key.token, "")
      .expect(403)
  })

  it("whoever may change something but not read it is told no more than what became of it", async () => {
    const hand = await agentWith(shop, 0, [
      "follow_up:update",
      "follow_up_rule:create",
      "follow_up_rule:update",
      "follow_up_rule:delete",
    ])
    const lead = await agentWith(shop, 1, [...DESK, ...TEAM, ...RULES])
    const { id } = await openOne(shop)
    const now = expect.any(String)
    const at = `${ROOT}/${id}`
    for (const [path, body, status] of [
      ["claim", {}, "open"],
      ["notes", { note: "Olena is away" }, "open"],
      ["attempts", { channel: "phone", outcome: "busy" }, "waiting"],
      ["complete", { outcome: "confirmed" }, "completed"],
    ] as const) {
      const answer = await shop.post(`${at}/${path}`, body, hand).expect(200)
      expect([path, answer.body]).toEqual([
        path,
        { follow_up: { id, status }, now },
      ])
    }
    const refused = await shop
      .post(`${at}/attempts`, { channel: "phone", outcome: "busy" }, hand)
      .expect(400)
    expect(refused.body.code).toBe("task_closed")

    const added = await shop
      .post(`${ROOT}/calendars`, CALENDAR, hand)
      .expect(200)
    const { id: calendar } = added.body.calendar
    expect(added.body).toEqual({ calendar: { id: calendar }, now })
    const path = `${ROOT}/calendars/${calendar}`
    const tried = await shop
      .post(`${path}?dry_run=true`, { name: "Nights" }, hand)
      .expect(200)
    expect(tried.body.dry_run.examples).toEqual([])
    const deleted = await shop.delete(path, hand).expect(200)
    expect(deleted.body).toMatchObject({ id: calendar, deleted: true })
    const answer = await shop
      .post(
        `${ROOT}/canned-answers`,
        { name: "Hello", types: [], texts: { en: "Hello!" } },
        hand
      )
      .expect(200)
    expect(Object.keys(answer.body.canned_answer)).toEqual(["id"])

    const { body } = await shop.get(at, lead).expect(200)
    expect(body.follow_up.phone).toBe(somebody(people).phone)
  })

  it("who changes rules but does not read the queue is shown no task as an example", async () => {
    const owner = await agentWith(shop, 0, RULES)
    await openOne(shop)
    const { body } = await shop.get(`${ROOT}/playbooks`, owner).expect(200)
    const playbooks: AdminFollowUpPlaybook[] = body.playbooks
    const playbook = playbooks.find(({ type }) => type === "confirm_order")
    const answer = await shop
      .post(
        `${ROOT}/playbooks/${playbook?.id}?dry_run=true`,
        {
          definition: { ...playbook?.definition, response_target_minutes: 30 },
        },
        owner
      )
      .expect(200)
    const { moved, examples }: AdminFollowUpDryRun = answer.body.dry_run
    expect([moved, examples]).toEqual([1, []])
  })

  it("who only reads the queue changes nothing in it", async () => {
    const reader = await agentWith(shop, 0, ["follow_up:read"])
    const { id } = await openOne(shop)

    await shop.get(`${ROOT}/${id}`, reader).expect(200)
    await shop.post(`${ROOT}/search`, { q: "a" }, reader).expect(200)
    await shop.post(`${ROOT}/${id}/claim`, {}, reader).expect(403)
  })

  it("others' tasks are seen by whoever sees the team's, and by nobody else", async () => {
    const desk = await agentWith(shop, 0, DESK)
    const lead = await agentWith(shop, 1, [...DESK, ...TEAM])
    const free = await openOne(shop)
    const mine = await openOne(shop)
    const theirs = await openOne(shop)
    await shop.post(`${ROOT}/${mine.id}/claim`, {}, desk).expect(200)
    await shop.post(`${ROOT}/${theirs.id}/claim`, {}, lead).expect(200)

    const seen = async (agent: Agent) => {
      const { body } = await shop.get(ROOT, agent).expect(200)
      const searched = await shop.post(`${ROOT}/search`, {}, agent).expect(200)
      const idsOf = (tasks: AdminFollowUp[]) => tasks.map(({ id }) => id)
      expect(idsOf(searched.body.follow_ups)).toEqual(idsOf(body.follow_ups))
      const counts = await shop.get(`${ROOT}/counts`, agent).expect(200)
      expect(counts.body.counts.now).toBe(body.count)
      return body.follow_ups.map(({ id }: AdminFollowUp) => id).sort()
    }
    expect(await seen(desk)).toEqual([free.id, mine.id].sort())
    expect(await seen(lead)).toEqual([free.id, mine.id, theirs.id].sort())
    for (const path of ["", "/explanation", "/call-sheet"]) {
      await shop.get(`${ROOT}/${theirs.id}${path}`, desk).expect(404)
      await shop.get(`${ROOT}/${theirs.id}${path}`, lead).expect(200)
      await shop.get(`${ROOT}/${mine.id}${path}`, desk).expect(200)
    }
    await shop
      .post(`${ROOT}/${theirs.id}/notes`, { note: "Mine?" }, desk)
      .expect(404)
  })

  it("news of the queue are told to whoever may read it, to each of what they may see", async () => {
    const desk = await agentWith(shop, 0, DESK)
    const lead = await agentWith(shop, 1, [...DESK, ...TEAM])
    const rules = await agentWith(shop, 2, RULES)
    const { id } = await openOne(shop)
    await shop.get(`${ROOT}/counts/stream`, rules).expect(403)

    const listeners = [
      await listen(shop.url, desk),
      await listen(shop.url, lead),
    ]
    const told = async () =>
      await Promise.all(
        listeners.map(async (listener) => {
          const { counts } = await listener.counts()
          return [counts.now, counts.mine]
        })
      )
    expect(await told()).toEqual([
      [1, 0],
      [1, 0],
    ])
    await shop.post(`${ROOT}/${id}/claim`, {}, lead).expect(200)
    expect(await told()).toEqual([
      [0, 0],
      [1, 1],
    ])
    listeners.forEach(({ leave }) => leave())
  })

  it("the rules are changed by whoever may, and by nobody else", async () => {
    const desk = await agentWith(shop, 0, [...DESK, "follow_up_rule:read"])
    const owner = await agentWith(shop, 1, RULES)

    await shop.get(`${ROOT}/playbooks`, desk).expect(200)
    await shop.post(`${ROOT}/calendars`, CALENDAR, desk).expect(403)
    const { body } = await shop
      .post(`${ROOT}/calendars`, CALENDAR, owner)
      .expect(200)
    const path = `${ROOT}/calendars/${body.calendar.id}`
    await shop.post(path, { name: "Nights" }, desk).expect(403)
    await shop.post(path, { name: "Nights" }, owner).expect(200)
    await shop.delete(path, desk).expect(403)
    await shop.delete(path, owner).expect(200)
    const back = { days: 1, dry_run: true }
    await shop.post(`${ROOT}/look-back`, back, desk).expect(403)
    await shop.post(`${ROOT}/look-back`, back, owner).expect(200)
    await shop.post(`${ROOT}/absences/dismiss`, {}, desk).expect(403)
    await shop.get(`${ROOT}/absences`, desk).expect(200)
    const nobody = await agentWith(shop, 2, DESK)
    await shop.get(`${ROOT}/playbooks`, nobody).expect(403)
    await shop.get(`${ROOT}/absences`, nobody).expect(403)
  })

  it("what the desk and the rules' pages both show is read with either's policy", async () => {
    const desk = await agentWith(shop, 0, DESK)
    const owner = await agentWith(shop, 1, RULES)
    const neither = await agentWith(shop, 2, TEAM)
    const answers = `${ROOT}/canned-answers`
    const { body } = await shop
      .post(
        answers,
        { name: "Hello", types: ["confirm_order"], texts: { en: "Hello!" } },
        owner
      )
      .expect(200)

    for (const path of [
      answers,
      `${answers}/${body.canned_answer.id}`,
      `${ROOT}/assignees?q=a`,
      `${ROOT}/task-types`,
    ]) {
      await shop.get(path, desk).expect(200)
      await shop.get(path, owner).expect(200)
      const refused = await shop.get(path, neither).expect(403)
      expect(refused.body.message).toBe(
        "Insufficient permissions. Required policies: follow_up:read or follow_up_rule:read"
      )
      await request(shop.url).get(path).expect(401)
    }
    await shop
      .post(`${answers}/${body.canned_answer.id}`, { name: "Hi" }, desk)
      .expect(403)
  })

  it("whoever has no role reads nothing", async () => {
    await agentWith(shop, 0, DESK)

    await shop.get(ROOT, shop.agent(2)).expect(403)
    await shop.get(`${ROOT}/task-types`, shop.agent(2)).expect(403)
  })

  it("whoever tries a change sees examples only of tasks that they may see", async () => {
    const owner = await agentWith(shop, 0, [...DESK, ...RULES])
    const lead = await agentWith(shop, 1, [...DESK, ...TEAM, ...RULES])
    const free = await openOne(shop)
    const theirs = await openOne(shop)
    await shop.post(`${ROOT}/${theirs.id}/claim`, {}, lead).expect(200)
    const { body } = await shop.get(`${ROOT}/playbooks`, owner).expect(200)
    const playbooks: AdminFollowUpPlaybook[] = body.playbooks
    const playbook = playbooks.find(({ type }) => type === "confirm_order")
    const definition = { ...playbook?.definition, response_target_minutes: 30 }

    const tried = async (agent: Agent) => {
      const path = `${ROOT}/playbooks/${playbook?.id}?dry_run=true`
      const answer = await shop.post(path, { definition }, agent).expect(200)
      const { moved, examples }: AdminFollowUpDryRun = answer.body.dry_run
      return [moved, examples.map(({ follow_up }) => follow_up.id).sort()]
    }
    expect(await tried(owner)).toEqual([2, [free.id]])
    expect(await tried(lead)).toEqual([2, [free.id, theirs.id].sort()])
  })

  it("a script is tried on an order by whoever reads orders, with what they may see of its task", async () => {
    const writer = await agentWith(shop, 0, RULES)
    const reader = await agentWith(shop, 1, [...RULES, "order:read"])
    const lead = await agentWith(shop, 2, [
      ...RULES,
      ...DESK,
      ...TEAM,
      "order:read",
    ])
    const order = await placeOrder(shop)
    const { id } = await until(async () =>
      (await shop.followUp.findTasks({ order_id: [order.id] })).at(0)
    )
    await shop.post(`${ROOT}/${id}/claim`, {}, lead).expect(200)
    await shop.followUp.updateFollowUpTasks({ id, phone: "0671234567" })
    const preview = (agent: Agent) =>
      shop.post(
        `${ROOT}/scripts/preview`,
        { text: "{{ customer.phone }}", locale: "en", order_id: order.id },
        agent
      )

    const refused = await preview(writer).expect(403)
    expect(refused.body.message).toContain("order:read")
    const { body } = await preview(lead).expect(200)
    expect(body.preview.text).toBe("0671234567")
    const other = await preview(reader).expect(200)
    expect(other.body.preview.text).toBe("067 123 45 67")
  })
})

/**
 * Signs an agent in with a role that has these policies, which the first super
 * admin gives them.
 */
async function agentWith(
  shop: TestShop,
  index: number,
  keys: string[]
): Promise<Agent> {
  const admin = await superAdmin(shop)
  const known = await shop.get(
    `/admin/rbac/policies?limit=100&${keys.map((key) => `key[]=${key}`).join("&")}`,
    admin
  )
  expect(known.body.policies).toHaveLength(keys.length)
  const policies: { id: string }[] = known.body.policies
  const { body } = await shop
    .post(
      "/admin/rbac/roles",
      { name: `Role ${index}`, policy_ids: policies.map(({ id }) => id) },
      admin
    )
    .expect(200)
  const agent = shop.agent(index)
  await shop
    .post(`/admin/users/${agent.id}/roles`, { roles: [body.role.id] }, admin)
    .expect(200)
  return { ...agent, token: await signIn(shop.url, agents[index]?.email ?? "") }
}

/** The user that `medusa user` adds: the only one who has a role at first. */
async function superAdmin(shop: TestShop): Promise<Agent> {
  const email = "admin@shop.example"
  const { container } = shop
  const users = container.resolve(Modules.USER)
  const [before] = await users.listUsers({ email })
  if (before) {
    return { id: before.id, name: email, token: await signIn(shop.url, email) }
  }
  const { result } = await createUsersWorkflow(container).run({
    input: { users: [{ email, roles: ["role_super_admin"] }] },
  })
  const id = result[0]?.id ?? ""
  await container.resolve(Modules.AUTH).updateAuthIdentities({
    id: await ensureLogin(container, email),
    app_metadata: { user_id: id },
  })
  return { id, name: email, token: await signIn(shop.url, email) }
}

let people = 0

/** Opens a task without an order, each for somebody else. */
async function openOne(shop: TestShop): Promise<{ id: string }> {
  const { result } = await openFollowUpsWorkflow(shop.container).run({
    input: {
      follow_ups: [{ type: "confirm_order", phone: somebody(++people).phone }],
    },
  })
  return { id: result.ids[0] ?? "" }
}
