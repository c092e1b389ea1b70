import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  cancelTaskWorkflow,
  customerAnsweredWorkflow,
  type DoneBy,
  type OpenFollowUp,
  openFollowUpsWorkflow,
  recordDeedWorkflow,
  settleFollowUpsWorkflow,
  updateFollowUpsWorkflow,
} from "../../../src/workflows"
import { asking, extendShop } from "../../shop/extensions"
import { placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import { aRefundDesk, type RefundDesk, refunds } from "../../shop/refunds"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

const ROOT = "/admin/follow-ups"

/** A kind of work from outside needs no change in the plugin. */
export function kindsOfWork(shop: TestShop): void {
  let desk: RefundDesk
  const placed = shop.preparedOnce(async () => {
    const order = await placeOrder(shop)
    return { order, call: await taskOf(shop, order.id) }
  })

  beforeEach(() => {
    desk = aRefundDesk()
    extendShop(
      shop,
      asking("is_vip", () => false),
      refunds(desk)
    )
  })
  afterEach(() => extendShop(shop))

  const open = async (asked: Partial<OpenFollowUp> = {}) => {
    const { result } = await openFollowUpsWorkflow(shop.container).run({
      input: {
        follow_ups: [
          {
            type: "make_refund",
            trigger: "refund_asked",
            order_id: placed().order.id,
            order_display_id: placed().order.display_id,
            dedupe_key: `refund:${placed().order.id}`,
            data: { reason: "too small" },
            ...asked,
          },
        ],
      },
    })
    return result
  }
  const opened = async () => {
    const [id = ""] = (await open()).ids
    return id
  }
  const read = async (id: string) =>
    (await shop.get(`${ROOT}/${id}`).expect(200)).body.follow_up

  it("is there beside that of another plugin, with its words in the reader's languages", async () => {
    const types = (await shop.get(`${ROOT}/task-types`).expect(200)).body
    const known = (await shop.get(`${ROOT}/playbooks/vocabulary`).expect(200))
      .body

    expect(types.task_types.map(({ type }: { type: string }) => type)).toEqual([
      "confirm_order",
      "complete_contact",
      "resolve_shortage",
      "refund_due",
      "payment_due",
      "arrange_delivery",
      "delivery_late",
      "make_refund",
    ])
    expect(types.task_types[7]).toMatchObject({
      kind: "refunds",
      label: { en: "Make a refund", uk: "Повернути гроші" },
      outcomes: [
        { outcome: "refunded", group: "reached", asks: [{}, {}] },
        { outcome: "refused", group: "not_reached", asks: [] },
      ],
    })
    expect(known.triggers).toContainEqual({
      trigger: "refund_asked",
      label: { en: "a refund is asked for" },
    })
    const fields = known.condition_fields.map(
      ({ field }: { field: string }) => field
    )
    expect(fields.slice(-4)).toEqual([
      "is_vip",
      "refund_days",
      "refund_amount",
      "refund_method",
    ])
  })

  it("is left out where it is not valid, and the others are not", async () => {
    const errors: string[] = []
    const logged = jest
      .spyOn(shop.container.resolve("logger"), "error")
      .mockImplementation((message) => void errors.push(String(message)))
    const taken = refunds(desk)
    extendShop(shop, refunds(desk), taken)
    const { body } = await shop.get(`${ROOT}/task-types`).expect(200)
    logged.mockRestore()

    expect(body.task_types).toHaveLength(8)
    expect(errors[0]).toContain(
      'followUpExtensions.1.declaration.kind was "refunds"; it must be another one'
    )
  })

  describe("its conditions", () => {
    const isOpened = async () => (await open()).ids.length === 1

    it("are met by a number, an amount and a choice", async () => {
      const id = await opened()
      expect(await read(id)).toMatchObject({
        type: "make_refund",
        data: { reason: "too small" },
        allowed_outcomes: ["refunded", "refused"],
        reached_outcomes: ["refunded"],
      })
    })

    it.each<[string, Partial<RefundDesk>]>([
      ["a number that is below", { days: 1 }],
      ["a number that is not known", { days: null }],
      [
        "an amount that is not below",
        { amount: { amount: 1_000, currency_code: "uah" } },
      ],
      ["another currency", { amount: { amount: 5, currency_code: "eur" } }],
      ["another choice", { method: "points" }],
    ])("are not met by %s", async (_, answers) => {
      Object.assign(desk, answers)
      expect(await isOpened()).toBe(false)
    })

    it("are met where one of several choices is", async () => {
      desk.method = ["points", "cash"]
      expect(await isOpened()).toBe(true)
    })

    it("are asked under its own trigger alone", async () => {
      expect(await open({ trigger: "manual" })).toMatchObject({
        not_opened: [{ index: 0, reason: "no_trigger" }],
      })
    })
  })

  it("says what becomes of its tasks when their order is canceled", async () => {
    const id = await opened()
    await cancelOrderWorkflow(shop.container).run({
      input: { order_id: placed().order.id },
    })
    await until(
      async () => (await read(placed().call.id)).status === "canceled"
    )
    await shop.reconcile()

    expect(await read(placed().call.id)).toMatchObject({
      cancel_reason: "order_canceled",
    })
    expect(await read(id)).toMatchObject({ status: "open" })
  })

  it("does not make an order pass for one that was called", async () => {
    await shop.followUp.deleteFollowUpTimers([placed().call.id])
    await shop.followUp.deleteFollowUpTasks([placed().call.id])
    await opened()
    shop.clock.advance(1)
    await shop.reconcile()
    expect(
      (await tasksOf(shop, placed().order.id)).map(({ type }) => type).sort()
    ).toEqual(["confirm_order", "make_refund"])
  })

  describe("a closed task whose key comes again", () => {
    const closed = async () => {
      const id = await opened()
      await shop
        .post(`${ROOT}/${id}/complete`, { outcome: "refused" })
        .expect(200)
      return id
    }

    it("is opened again, with what is said now", async () => {
      const id = await closed()
      const again = await open({ data: { reason: "torn" } })

      expect(again).toMatchObject({ ids: [], reopened_ids: [id] })
      expect(await read(id)).toMatchObject({
        status: "open",
        outcome: null,
        data: { reason: "torn" },
      })
    })

    it("stays closed where who asks wants that", async () => {
      const id = await closed()
      expect(await open({ if_closed: "ignore" })).toMatchObject({
        reopened_ids: [],
        not_opened: [{ index: 0, reason: "known_key" }],
      })
      expect(await read(id)).toMatchObject({ status: "completed" })
    })
  })

  it("changes and settles its tasks by their keys", async () => {
    const id = await opened()
    const dedupe_key = `refund:${placed().order.id}`
    const { result: updated } = await updateFollowUpsWorkflow(
      shop.container
    ).run({
      input: {
        follow_ups: [
          { dedupe_key, data: { reason: "torn" }, priority: "urgent" },
          { dedupe_key: "refund:none" },
        ],
      },
    })
    expect(updated).toEqual({ ids: [id], unknown_keys: ["refund:none"] })
    expect(await read(id)).toMatchObject({
      data: { reason: "torn" },
      priority: "urgent",
    })

    await settleFollowUpsWorkflow(shop.container).run({
      input: {
        follow_ups: [{ dedupe_key, cancel_reason: "paid_elsewhere" }],
      },
    })
    expect(await read(id)).toMatchObject({
      status: "canceled",
      cancel_reason: "paid_elsewhere",
    })
    const { body } = await shop.get(`${ROOT}/${id}`).expect(200)
    expect(body.activities.map(({ kind }: { kind: string }) => kind)).toEqual([
      "canceled",
      "updated",
      "opened",
    ])
  })

  describe("settles what was done in its section", () => {
    const settle = async (by?: DoneBy) => {
      const { order, call } = placed()
      const [id = ""] = (await open({ email: order.email ?? undefined })).ids
      const settled = async () => {
        await settleFollowUpsWorkflow(shop.container).run({
          input: {
            follow_ups: [
              {
                dedupe_key: `refund:${order.id}`,
                outcome: "refunded",
                answers: { transfer: "4411" },
                by,
              },
            ],
          },
        })
        const { body } = await shop.get(`${ROOT}/${id}`).expect(200)
        return {
          of: body.activities.find(
            ({ kind }: { kind: string }) => kind === "completed"
          ),
          attempts: body.attempts,
          call: await read(call.id),
        }
      }
      return { id, settled }
    }
    const wait = async (id: string) => {
      await shop
        .post(`${ROOT}/${id}/attempts`, {
          channel: "email",
          outcome: "message_sent",
        })
        .expect(200)
      expect(await read(placed().call.id)).toMatchObject({
        status: "waiting",
        waiting_reason: "customer_reply",
      })
    }

    it("on the call, by whoever did it, once with what else was done", async () => {
      const user_id = shop.agent().id
      const { id, settled } = await settle({ user_id, on_call: true })
      const input = { id, actor_id: user_id }
      await recordDeedWorkflow(shop.container).run({ input })
      expect(await read(placed().call.id)).toMatchObject({ attempt_count: 1 })
      const { of, attempts, call } = await settled()
      const { name } = shop.agent()
      expect(of).toMatchObject({ actor: { name } })
      expect(attempts).toMatchObject([{ outcome: "reached", actor: { name } }])
      expect(call).toMatchObject({ status: "open", attempt_count: 1 })
    })

    it("without the customer, or by a program, which calls nobody", async () => {
      const { settled } = await settle({ user_id: shop.agent().id })
      const { of, attempts, call } = await settled()
      expect(of).toMatchObject({ actor: { name: shop.agent().name } })
      expect(attempts).toEqual([])
      expect(call).toMatchObject({ attempt_count: 0, responded_at: null })
    })

    it("by the customer, who has answered about the rest, too", async () => {
      const { id, settled } = await settle("customer")
      await wait(id)
      const { of, call } = await settled()
      expect(of).toMatchObject({ actor: null, data: { by_customer: true } })
      expect(call).toMatchObject({ status: "open", attempt_count: 1 })
    })

    it("in part by the customer, who has answered about all of it", async () => {
      const { id } = await settle()
      await wait(id)
      await customerAnsweredWorkflow(shop.container).run({
        input: { id, actor_id: null },
      })
      expect(await read(id)).toMatchObject({ status: "open" })
      expect(await read(placed().call.id)).toMatchObject({ status: "open" })
    })
  })

  it("has reasons that people may give, and some that only code may", async () => {
    const id = await opened()
    const cancel = (reason: string) =>
      shop.post(`${ROOT}/${id}/cancel`, { reason })

    expect((await cancel("paid_elsewhere").expect(400)).body).toMatchObject({
      code: "reason_unknown",
      path: ["reason"],
      values: {
        was: "paid_elsewhere",
        allowed: ["duplicate", "not_needed", "other", "kept_the_goods"],
      },
    })
    await expect(
      cancelTaskWorkflow(shop.container).run({
        input: { id, actor_id: null, reason: "bored" },
      })
    ).rejects.toMatchObject({
      message: expect.stringContaining(
        'reason was "bored"; it must be one of order_canceled'
      ),
    })
    await cancel("kept_the_goods").expect(200)
  })

  it("asks for what its outcomes ask for, and tells of the outcome", async () => {
    const told: unknown[] = []
    const bus = shop.container.resolve("event_bus")
    bus.subscribe("follow-up.completed", async ({ data }) => {
      told.push(data)
    })
    const id = await opened()
    const complete = (answers?: object) =>
      shop.post(`${ROOT}/${id}/attempts`, {
        channel: "phone",
        outcome: "reached",
        complete_with: "refunded",
        answers,
      })

    expect((await complete().expect(400)).body).toMatchObject({
      code: "answer_missing",
      path: ["answers", "transfer"],
    })
    expect(
      (await complete({ transfer: "7", paid_on: "today" }).expect(400)).body
    ).toMatchObject({ code: "answer_no_date", path: ["answers", "paid_on"] })
    expect(
      (await complete({ transfer: "7", iban: "UA" }).expect(400)).body
    ).toMatchObject({
      code: "answer_not_asked",
      values: { allowed: ["transfer", "paid_on"] },
    })
    await complete({ transfer: " 7 ", paid_on: "2026-11-27" }).expect(200)

    expect(await read(id)).toMatchObject({
      status: "completed",
      outcome: "refunded",
      data: { reason: "too small", transfer: "7", paid_on: "2026-11-27" },
    })
    await until(async () => told.length > 0)
    expect(told).toEqual([
      expect.objectContaining({ id, type: "make_refund", outcome: "refunded" }),
    ])
  })

  describe("the sheet", () => {
    const sheet = async (id: string) =>
      (await shop.get(`${ROOT}/${id}/call-sheet?locale=en`).expect(200)).body
        .call_sheet

    it("has its section and its script", async () => {
      const { tasks, sections } = await sheet(await opened())

      expect(tasks).toMatchObject([
        {
          follow_up: { type: "make_refund" },
          script: `Your refund R-${placed().order.display_id} is on its way.`,
        },
      ])
      expect(sections).toMatchObject([
        { kind: "every_kind", section: "order" },
        {
          kind: "refunds",
          section: "facts",
          data: {
            title: { en: "Refund" },
            facts: [{ value: { kind: "text", text: "By card, too small" } }],
          },
        },
      ])
    })

    it("computes with its numbers, and not with its texts", async () => {
      await opened()
      const preview = async (text: string) =>
        (
          await shop
            .post(`${ROOT}/scripts/preview`, { text, locale: "en" })
            .expect(200)
        ).body.preview

      expect(await preview("{{ refund.due_amount | times: 2 }}")).toMatchObject(
        { text: "1000", faults: [] }
      )
      expect(await preview("{{ refund.due | times: 2 }}")).toMatchObject({
        text: "",
        faults: [
          {
            kind: "computes_with_text",
            name: "refund.due",
            instead: "refund.due_amount",
          },
        ],
      })
    })

    it("says a value in the language of the text, and leaves out one that fails", async () => {
      await opened()
      const said = async (locale: string) =>
        (
          await shop
            .post(`${ROOT}/scripts/preview`, {
              text: "{{ refund.opened }}/{{ refund.bank }}",
              locale,
            })
            .expect(200)
        ).body.preview.text

      expect(await said("en")).toBe("Friday/")
      expect(await said("uk")).toBe("пʼятниця/")
    })

    it("comes without a section that fails", async () => {
      desk.note = () => {
        throw new Error("The bank does not answer")
      }
      const { sections } = await sheet(await opened())
      expect(
        sections.map(({ section }: { section: string }) => section)
      ).toEqual(["order"])
    })
  })

  it("does its part of the reconciler also after one that never ends", async () => {
    const hanging = () => new Promise<never>(() => {})
    extendShop(
      shop,
      { declaration: { kind: "hangs" }, handlers: { reconcile: hanging } },
      refunds(desk)
    )
    // The plugin's own parts take some tenths of a second.
    shop.waitNoLongerThan({ reconcile_ms: 2_000 })
    await shop.reconcile()

    expect(desk.reconciled).toHaveLength(1)
  })

  it("does its part at each tick and of the reconciler, and has its outbox delivered", async () => {
    const told: unknown[] = []
    const bus = shop.container.resolve("event_bus")
    bus.subscribe("refund.made", async ({ data }) => void told.push(data))
    desk.outbox = [
      { id: "r1", kind: "event", name: "refund.made", data: { id: "r1" } },
      { id: "r2", kind: "letter", name: "to_the_bank", data: {} },
    ]
    await shop.tick()
    await shop.reconcile()

    expect(desk.ticks).toHaveLength(1)
    expect(desk.reconciled).toHaveLength(1)
    expect(desk.delivered).toEqual(["to_the_bank"])
    expect(desk.outbox).toEqual([])
    await until(async () => told.length > 0)
    expect(told).toEqual([{ id: "r1" }])
  })
}
