import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdminFollowUpPlaybook } from "../../../src/api/admin/follow-ups/playbooks/types"
import {
  assignTaskWorkflow,
  cancelTaskWorkflow,
  deleteCannedAnswerWorkflow,
  noteTaskWorkflow,
  type OpenFollowUp,
  openFollowUpsWorkflow,
  recordAttemptWorkflow,
  settleFollowUpsWorkflow,
  syncCustomersWorkflow,
  syncOrdersWorkflow,
  updateFollowUpsWorkflow,
  waitTaskWorkflow,
} from "../../../src/workflows"
import { verifyPayment } from "../../install/store/src/verify-payment"
import {
  askFirst,
  changeConfirm,
  confirmPlaybook,
} from "../../shop/confirm-playbook"
import { asking, extendShop } from "../../shop/extensions"
import { placeOrder, taskOf, tasksOf } from "../../shop/place-order"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

export function shopCode(shop: TestShop): void {
  it("opens tasks once for each dedupe_key, attempts and cancels them", async () => {
    const { container } = shop
    const follow_ups = [
      {
        type: "confirm_order",
        dedupe_key: "imported:7",
        customer_name: "Import",
        phone: "067 123 45 67",
        country_code: "UA",
      },
    ]
    const open = () =>
      openFollowUpsWorkflow(container).run({ input: { follow_ups } })
    const [id = ""] = (await open()).result.ids

    expect((await open()).result.ids).toEqual([])
    await recordAttemptWorkflow(container).run({
      input: { id, actor_id: null, channel: "sms", outcome: "message_sent" },
    })
    await cancelTaskWorkflow(container).run({
      input: { id, actor_id: null, reason: "not_needed" },
    })
    const { body } = await shop.get(`/admin/follow-ups/${id}`).expect(200)
    expect(body.follow_up).toMatchObject({
      status: "canceled",
      phone_e164: "+380671234567",
      attempt_count: 1,
    })
  })

  describe("that opens a task", () => {
    const open = async (...follow_ups: OpenFollowUp[]) => {
      const { result } = await openFollowUpsWorkflow(shop.container).run({
        input: { follow_ups },
      })
      const [task] = await shop.followUp.listFollowUpTasks({ id: result.ids })
      return { ...result, playbook_id: task?.playbook_id }
    }
    const call = { type: "confirm_order", phone: "+380671234567" }
    const from = (total: number) => ({
      all: [
        {
          field: "order_total",
          operator: "at_least" as const,
          value: total,
          currency_code: "uah",
        },
      ],
      any: [],
    })
    const large = { id: "fuplay_large", name: "Large orders" }

    it("opens it under the first playbook for it that what it gives meets", async () => {
      const { id: standard } = await confirmPlaybook(shop)
      await askFirst(shop, large, { conditions: from(1_000_000) })
      const asking = { ...call, currency_code: "UAH" }

      expect(await open({ ...asking, order_total: 5 })).toMatchObject({
        playbook_id: standard,
        not_opened: [],
      })
      expect(await open({ ...asking, order_total: 2_000_000 })).toMatchObject({
        playbook_id: large.id,
      })
    })

    it("opens it under none that is for orders alone, unless it names it", async () => {
      const { id: standard } = await confirmPlaybook(shop)
      await askFirst(shop, large, { triggers: ["order_placed"] })

      expect(await open(call)).toMatchObject({ playbook_id: standard })
      expect(await open({ ...call, playbook_id: large.id })).toMatchObject({
        playbook_id: large.id,
      })
    })

    it("opens it for an order under what that order meets", async () => {
      const order = await placeOrder(shop, {}, { quantity: 5 })
      await askFirst(shop, large, { conditions: from(order.total) })
      const { type } = call

      expect(await open({ type, order_id: order.id })).toMatchObject({
        playbook_id: large.id,
      })
      expect(await open({ type, order_id: "order_elsewhere" })).toMatchObject({
        ids: [],
        not_opened: [{ index: 0, reason: "no_match" }],
      })
    })

    it("opens it for a customer under what that customer meets", async () => {
      const { id: standard } = await confirmPlaybook(shop)
      const customers = shop.container.resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Regulars" })
      const customer = await customers.createCustomers({ email: "a@mail.test" })
      await customers.addCustomerToGroup({
        customer_id: customer.id,
        customer_group_id: group.id,
      })
      await askFirst(shop, large, {
        conditions: {
          all: [
            {
              field: "customer_group",
              operator: "is_any_of",
              value: [group.id],
            },
          ],
          any: [],
        },
      })

      expect(await open(call)).toMatchObject({ playbook_id: standard })
      expect(await open({ ...call, customer_id: customer.id })).toMatchObject({
        playbook_id: large.id,
      })
    })

    it("is told what opened nothing, and why", async () => {
      const { id, definition } = await confirmPlaybook(shop)
      const known = { ...call, dedupe_key: "imported:8" }
      const [opened] = (await open(known)).ids
      expect(await open({ ...call, phone: "none" }, known, call)).toMatchObject(
        {
          ids: [expect.not.stringMatching(opened ?? "")],
          not_opened: [
            { index: 0, reason: "no_match" },
            { index: 1, reason: "known_key" },
          ],
        }
      )
      await changeConfirm(shop, {
        triggers: definition.triggers.filter((each) => each !== "manual"),
      })
      expect(await askedInVain(shop, id)).toBeUndefined()
      const warned = jest.spyOn(
        shop.container.resolve(ContainerRegistrationKeys.LOGGER),
        "warn"
      )
      expect(await open(call)).toMatchObject({
        ids: [],
        not_opened: [{ index: 0, reason: "no_trigger" }],
      })
      expect(warned.mock.calls).toEqual([
        [expect.stringContaining('has the trigger "manual"')],
      ])
      const asked = await askedInVain(shop, id)
      expect(asked).toEqual({ trigger: "manual", since: expect.any(String) })
      expect((await open(call)).ids).toEqual([])
      // Logged and counted from the first of them.
      expect(warned).toHaveBeenCalledTimes(1)
      expect(await askedInVain(shop, id)).toEqual(asked)
      warned.mockRestore()
      await changeConfirm(shop, { triggers: definition.triggers })
      expect(await askedInVain(shop, id)).toBeUndefined()
      expect((await open(call)).ids).toHaveLength(1)
      await shop
        .post(`/admin/follow-ups/playbooks/${id}`, { enabled: false })
        .expect(200)
      expect(await open(call, { ...call, playbook_id: id })).toMatchObject({
        ids: [],
        not_opened: [
          { index: 0, reason: "switched_off" },
          { index: 1, reason: "switched_off" },
        ],
      })
    })
  })

  it("is told which value of what it asks for is wrong, and nothing changes", async () => {
    const { container } = shop
    const type = "confirm_order"
    const key = { type, dedupe_key: "imported:9" }
    await openFollowUpsWorkflow(container).run({ input: { follow_ups: [key] } })
    const before = await shop.followUp.listFollowUpActivities({})
    const deep: unknown = JSON.parse(
      '{"a":'.repeat(200) + "1" + "}".repeat(200)
    )
    for (const [wrong, code, path] of [
      [{ data: { note: "a\0b" } }, "invalid_character", ["data", "note"]],
      [{ data: { "a\0b": 1 } }, "invalid_character", ["data", "a\0b"]],
      [{ data: { rate: NaN } }, "wrong_kind", ["data", "rate"]],
      [{ data: deep }, "too_deep", null],
      [{ data: "text" }, "wrong_kind", ["data"]],
      [
        { customer_name: "half \ud83d" },
        "invalid_character",
        ["customer_name"],
      ],
      [{ phone: { toString: "x" } }, "wrong_kind", ["phone"]],
      [{ order_id: ["order_1"] }, "wrong_kind", ["order_id"]],
      [{ order_display_id: 1e12 }, "wrong_kind", ["order_display_id"]],
      [{ order_total: "many" }, "wrong_kind", ["order_total"]],
      [{ opened_at: { toString: "x" } }, "no_moment", ["opened_at"]],
      [{ opened_at: "+028202-01-01" }, "date_out_of_range", ["opened_at"]],
      [{ opened_at: new Date(NaN) }, "no_moment", ["opened_at"]],
      [{ trigger: "by_magic" }, "unknown_word", ["trigger"]],
      [{ type: 7 }, "wrong_kind", ["type"]],
    ] as const) {
      const follow_ups = JSON.parse("[]")
      follow_ups.push({ type, ...wrong })
      const refused: unknown = await openFollowUpsWorkflow(container)
        .run({ input: { follow_ups } })
        .catch((error: unknown) => error)
      expect([wrong, refused]).toMatchObject([
        wrong,
        {
          type: "invalid_data",
          code,
          ...(path && { path: ["follow_ups", 0, ...path] }),
        },
      ])
    }
    const { dedupe_key } = key
    const id = before[0]?.task_id ?? ""
    const of = { id, actor_id: null }
    for (const [run, code] of [
      [
        updateFollowUpsWorkflow(container).run({
          input: { follow_ups: [{ dedupe_key, data: { a: "\0" } }] },
        }),
        "invalid_character",
      ],
      [
        settleFollowUpsWorkflow(container).run({
          input: {
            follow_ups: [{ dedupe_key, outcome: "confirmed", at: "99999" }],
          },
        }),
        "date_out_of_range",
      ],
      [
        waitTaskWorkflow(container).run({ input: { ...of, until: "soon" } }),
        "no_moment",
      ],
      [
        noteTaskWorkflow(container).run({ input: { ...of, note: "a\0b" } }),
        "invalid_character",
      ],
      [
        assignTaskWorkflow(container).run({
          input: { ...of, assignee_id: "a\0b" },
        }),
        "invalid_character",
      ],
      [
        deleteCannedAnswerWorkflow(container).run({ input: { id: "a\0b" } }),
        "invalid_character",
      ],
      [
        syncOrdersWorkflow(container).run({ input: { order_ids: ["a\0b"] } }),
        "invalid_character",
      ],
      [
        syncCustomersWorkflow(container).run({
          input: { customer_ids: ["a\0b"], announced: false },
        }),
        "invalid_character",
      ],
      [shop.followUp.findTasks({ order_id: ["a\0b"] }), "invalid_character"],
    ] as const) {
      await expect(run).rejects.toMatchObject({ code, type: "invalid_data" })
    }
    expect(await shop.followUp.findTask("a\0b")).toBeNull()
    expect(await shop.followUp.listFollowUpActivities({})).toEqual(before)
  })

  it("is told what is wrong with a type that nobody has defined", async () => {
    await expect(
      openFollowUpsWorkflow(shop.container).run({
        input: { follow_ups: [{ type: "feed_the_cat" }] },
      })
    ).rejects.toMatchObject({
      message:
        'type was "feed_the_cat"; it may be one of confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late',
    })
  })

  it("answers conditions and acts on escalations, from the container", async () => {
    const { container } = shop
    extendShop(
      shop,
      verifyPayment,
      asking("out_of_order", () => Promise.reject(new Error("Nobody is there")))
    )
    try {
      await callLargeFirstOrders(shop)
      const small = await placeOrder(shop)
      await shop.settle()
      const large = await placeOrder(
        shop,
        { email: "petro@mail.example" },
        { quantity: 5 }
      )
      const task = await taskOf(shop, large.id)

      expect(await tasksOf(shop, small.id)).toEqual([])
      shop.clock.set(task.response_limit_at)
      shop.clock.advance(1)
      await shop.tick()
      await until(async () => {
        const order = await container
          .resolve(Modules.ORDER)
          .retrieveOrder(large.id)
        return order.metadata?.on_hold === true
      })
    } finally {
      extendShop(shop)
    }
  })

  describe("a condition that gives no answer", () => {
    const asked: string[] = []
    let evaluate: () => boolean | Promise<boolean>
    beforeEach(async () => {
      asked.length = 0
      evaluate = () => Promise.reject(new Error("Nobody is there"))
      extendShop(
        shop,
        asking("is_vip", (order_id) => {
          asked.push(order_id ?? "")
          return evaluate()
        })
      )
    })
    afterEach(() => {
      extendShop(shop)
    })

    it("is asked again, and opens the task with its true time", async () => {
      await callVips(shop)
      shop.waitNoLongerThan({ condition_ms: 100 })
      evaluate = () => new Promise<boolean>(() => {})
      const order = await placeOrder(shop)
      await until(async () => asked.length > 0)
      await shop.settle()
      expect(await tasksOf(shop, order.id)).toEqual([])

      shop.clock.advance(1)
      evaluate = () => true
      await shop.reconcile()
      expect(asked).toEqual([order.id, order.id])
      expect(await taskOf(shop, order.id)).toMatchObject({
        playbook: { id: "fuplay_vip" },
        opened_at: new Date(order.created_at).toISOString(),
      })
    })

    it("leaves the order to the next playbook, and not before it has to", async () => {
      const { id: standard } = await confirmPlaybook(shop)
      await callVips(shop)
      const order = await placeOrder(shop)
      await until(async () => asked.length > 0)
      await shop.settle()
      shop.clock.advance(1)
      await shop.reconcile()
      expect(asked).toHaveLength(2)
      expect(await tasksOf(shop, order.id)).toEqual([])

      shop.clock.advance(4)
      await shop.reconcile()
      expect(await taskOf(shop, order.id)).toMatchObject({
        playbook: { id: standard },
        opened_at: new Date(order.created_at).toISOString(),
      })
    })

    it("loses no order where no other playbook matches", async () => {
      const { id: standard } = await confirmPlaybook(shop)
      await callVips(shop)
      await shop.delete(`/admin/follow-ups/playbooks/${standard}`).expect(200)
      const order = await placeOrder(shop)
      await until(async () => asked.length > 0)
      await shop.settle()
      for (let minute = 0; minute < 5; minute++) {
        shop.clock.advance(1)
        await shop.reconcile()
      }

      expect(await taskOf(shop, order.id)).toMatchObject({
        playbook: { id: "fuplay_vip" },
        opened_at: new Date(order.created_at).toISOString(),
      })
    })
  })

  it("reaches the order, the customer and the assignee through links", async () => {
    const order = await placeOrder(shop)
    const task = await taskOf(shop, order.id)
    await shop.post(`/admin/follow-ups/${task.id}/claim`).expect(200)
    const query = shop.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "follow_up_task",
      fields: ["id", "order.display_id", "customer.email", "user.email"],
      filters: { id: task.id },
    })

    expect(data[0]).toMatchObject({
      order: { display_id: order.display_id },
      customer: { email: "olena@mail.example" },
      user: { email: "owner@shop.example" },
    })
  })
}

/** Gives VIPs a playbook of their own, which is tried first. */
async function callVips(shop: TestShop): Promise<void> {
  await askFirst(
    shop,
    { id: "fuplay_vip", name: "VIPs" },
    {
      conditions: {
        all: [{ field: "is_vip", operator: "is", value: true }],
        any: [],
      },
    }
  )
}

/** Applies the playbook of the example in docs/extending.md to calls. */
async function callLargeFirstOrders(shop: TestShop): Promise<void> {
  const { conditions, escalation = [] } =
    verifyPayment.declaration.task_types?.[0]?.playbook ?? {}
  await changeConfirm(shop, {
    conditions: {
      all: conditions?.all ?? [],
      // The first gives no answer and is not met; the second is met.
      any: [
        { field: "out_of_order", operator: "is", value: true },
        { field: "has_phone", operator: "is", value: true },
      ],
    },
    escalation,
  })
}

/** What the playbook's page says is asked for in vain. */
async function askedInVain(
  shop: TestShop,
  id: string
): Promise<AdminFollowUpPlaybook["asked_in_vain"][number] | undefined> {
  const { body } = await shop
    .get(`/admin/follow-ups/playbooks/${id}`)
    .expect(200)
  return body.playbook.asked_in_vain.at(0)
}
