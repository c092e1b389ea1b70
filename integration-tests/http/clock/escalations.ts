import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { EscalationStep } from "../../../src/api/admin/follow-ups/playbooks/types"
import type { AdminFollowUpActivity } from "../../../src/api/admin/follow-ups/types"
import { acting, extendShop } from "../../shop/extensions"
import { changeConfirm } from "../../shop/confirm-playbook"
import { placedOnce, placeOrder, taskOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import type { TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"

export function escalations(shop: TestShop): void {
  const placed = placedOnce(shop)
  const escalateBy = (escalation: EscalationStep[]) =>
    changeConfirm(shop, { escalation })

  const step = (
    id: string,
    action: EscalationStep["action"],
    when: Partial<EscalationStep> = {}
  ): EscalationStep => ({
    id,
    relative_to: "response_limit",
    offset_minutes: -10,
    action,
    ...when,
  })

  const told = async () =>
    (
      await shop.container
        .resolve(Modules.NOTIFICATION)
        .listNotifications(
          { trigger_type: "follow-up.escalated" },
          { take: 100, order: { created_at: "ASC" } }
        )
    ).map(({ to, channel, status, data }) => ({ to, channel, status, ...data }))

  /** What the owner is told. */
  const toldMe = async () => {
    const { id } = shop.agent()
    return (await told()).filter(({ to }) => to === id)
  }

  const usersThereAre = async (): Promise<{ id: string; email: string }[]> =>
    (await shop.get("/admin/users").expect(200)).body.users

  /** What has been committed but not yet delivered. */
  const waiting = (kind: string) =>
    shop.followUp.listFollowUpOutboxEvents({ kind })

  const historyOf = async (id: string): Promise<AdminFollowUpActivity[]> =>
    (await shop.get(`/admin/follow-ups/${id}`).expect(200)).body.activities

  /** Ticks one second after the given number of minutes before the limit. */
  const tickBefore = async (limit: string, minutes: number) => {
    shop.clock.set(new Date(Date.parse(limit) - minutes * 60_000 + 1_000))
    await shop.tick()
  }

  /** The same, and until the notices have been gathered. */
  const tellBefore = async (limit: string, minutes: number) => {
    await tickBefore(limit, minutes)
    shop.clock.advance(1)
    await shop.tick()
  }

  it("rings everyone's bell ten minutes before the limit, once", async () => {
    const { order, task } = placed()
    await tellBefore(task.response_limit_at, 10)
    await Promise.all([shop.tick(), shop.tick()])
    await until(async () => (await told()).length > 0)

    expect(await toldMe()).toMatchObject([
      {
        channel: "feed",
        title: `Order #${order.display_id}`,
        description: "It must be answered soon",
      },
    ])
    expect((await told()).map(({ to }) => to).sort()).toEqual(
      (await usersThereAre()).map(({ id }) => id).sort()
    )
    expect((await historyOf(task.id))[0]).toMatchObject({
      kind: "escalated",
      data: { step_id: "limit_near", action: { audience: "everyone" } },
      actor: null,
    })
  })

  it("names the customer and links to the sheet, to each in their own language", async () => {
    await escalateBy([
      step("warn", { kind: "notify", audience: "everyone", email: true }),
    ])
    const [olena, petro] = [shop.agent(), shop.agent(1)]
    const tell = (language: string, who = olena) =>
      shop.post("/admin/follow-ups/language", { language }, who).expect(200)
    await tell("uk")
    await tell("de", petro)
    await tell("bg")
    const { order, task } = placed()
    await tellBefore(task.response_limit_at, 10)
    await until(async () => (await told()).length > 0)

    const url = `/app/follow-ups?task=${task.id}`
    const messages = await told()
    const bells = messages.filter(({ channel }) => channel === "feed")
    const bellOf = (id: string) => bells.find(({ to }) => to === id)
    expect(bellOf(olena.id)).toMatchObject({
      title: `Поръчка №${order.display_id}, ${task.customer_name}`,
      file: { filename: "Отваряне на картата за обаждане", url },
    })
    expect(bellOf(petro.id)).toMatchObject({
      title: `Order #${order.display_id}, ${task.customer_name}`,
      file: { filename: "Open the call sheet", url },
    })
    // Who has never had the desk open may not be meant to know customers.
    for (const { id } of await usersThereAre()) {
      if (id !== olena.id && id !== petro.id) {
        expect(bellOf(id)).toMatchObject({
          title: `Order #${order.display_id}`,
        })
      }
    }
    const titles = (channel: string) =>
      messages
        .filter((message) => message.channel === channel)
        .map((message) => JSON.stringify(message))
        .map((message) => /"title":"([^"]*)"/.exec(message)?.[1])
        .sort()
    expect(titles("email")).toEqual(titles("feed"))
  })

  it("takes no language that is none", async () => {
    for (const language of ["", "Ukrainian please", 5, null]) {
      await shop.post("/admin/follow-ups/language", { language }).expect(400)
    }
  })

  it("tells the assignee by bell and e-mail, and nobody where nobody has the task", async () => {
    await escalateBy([
      step("warn", { kind: "notify", audience: "assignee", email: true }),
    ])
    const mine = placed().task
    const free = await taskOf(shop, (await placeOrder(shop, somebody(1))).id)
    await shop.post(`/admin/follow-ups/${mine.id}/claim`).expect(200)
    await tellBefore(free.response_limit_at, 9)
    await until(async () => (await told()).length > 1)

    const { id } = shop.agent()
    const { body } = await shop.get(`/admin/users/${id}`).expect(200)
    expect(await told()).toMatchObject([
      { to: id, channel: "feed" },
      { to: body.user.email, channel: "email" },
    ])
    expect((await historyOf(free.id))[0]).toMatchObject({
      kind: "escalation_skipped",
      data: { skipped: "nobody_assigned" },
    })
  })

  const mailTheOwner = () =>
    escalateBy([
      step("warn", {
        kind: "notify",
        audience: "user",
        user_id: shop.agent().id,
        email: true,
      }),
    ])

  it("sends an e-mail again that failed, and rings no bell a second time", async () => {
    await mailTheOwner()
    const { task } = placed()
    const mails = breakMail(shop)
    await tellBefore(task.response_limit_at, 10)
    expect(await told()).toMatchObject([
      { channel: "feed" },
      { channel: "email", status: "failure" },
    ])
    mails.mockRestore()
    for (const minutes of [1, 5]) {
      shop.clock.advance(minutes)
      await shop.tick()
    }
    expect(await told()).toMatchObject([
      { channel: "feed" },
      { channel: "email", status: "failure" },
      { channel: "email", status: "success" },
    ])
  })

  it("waits for no slow provider of e-mails, and sends nothing twice beside it", async () => {
    await mailTheOwner()
    shop.waitNoLongerThan({ notices_ms: 200 })
    const { task } = placed()
    const { promise: sent, release } = held()
    const mails = withMail(shop, async () => {
      await sent
      return { id: "slow" }
    })
    const mailed = async () =>
      (await told()).filter(({ channel }) => channel === "email")
    await tellBefore(task.response_limit_at, 10)
    await until(async () => (await mailed()).length > 0)
    expect(await mailed()).toMatchObject([{ status: "pending" }])
    shop.clock.advance(2)
    await shop.tick()
    expect(await mailed()).toMatchObject([{ status: "pending" }])

    release()
    await until(async () => (await waiting("notification")).length === 0)
    shop.clock.advance(11)
    await shop.tick()
    mails.mockRestore()
    expect(await mailed()).toMatchObject([{ status: "success" }])
  })

  it("waits for no slow action of the shop's own, and is done with it once it ends", async () => {
    shop.waitNoLongerThan({ action_ms: 200 })
    const { promise: done, release } = held()
    const ran: string[] = []
    extendShop(
      shop,
      acting("ask_the_warehouse", async (task) => {
        ran.push(task.id)
        await done
      })
    )
    await escalateBy([
      step("ask", { kind: "custom", name: "ask_the_warehouse" }),
      step("raise", { kind: "raise_priority", priority: "urgent" }),
    ])
    const { order, task } = placed()
    await tickBefore(task.response_limit_at, 10)
    expect((await taskOf(shop, order.id)).priority).toBe("urgent")
    expect(await waiting("action")).toHaveLength(1)

    release()
    await until(async () => (await waiting("action")).length === 0)
    shop.clock.advance(11)
    await shop.tick()
    extendShop(shop)
    expect(ran).toEqual([task.id])
  })

  it("leaves to the next tick what it could not begin for slow actions", async () => {
    shop.waitNoLongerThan({ actions_begin_ms: 500, action_ms: 1_000 })
    const { promise: done, release } = held()
    let ran = 0
    extendShop(
      shop,
      acting("ask_the_warehouse", async () => {
        ran++
        await done
      })
    )
    const { task } = placed()
    const { id, type, order_id, customer_id } = task
    await shop.followUp.createFollowUpOutboxEvents(
      Array.from({ length: 60 }, () => ({
        kind: "action" as const,
        name: "ask_the_warehouse",
        data: {
          ...{ id, type, order_id, customer_id },
          ...{ order_display_id: 1, step_id: "ask", user_id: null },
          ...{ deadline: "response_limit", is_warning: true, email: false },
          deadline_at: task.response_limit_at,
        },
      }))
    )
    shop.clock.advance(1)
    await shop.tick()
    const left = (await waiting("action")).filter(
      ({ attempts }) => attempts === 0
    )
    expect(ran).toBe(50)
    expect(left).toHaveLength(10)
    expect(left[0]?.next_attempt_at).toBeNull()

    release()
    await shop.tick()
    await until(async () => (await waiting("action")).length === 0)
    extendShop(shop)
    expect(ran).toBe(60)
  })

  it("gives an e-mail up that failed four times", async () => {
    await mailTheOwner()
    const { task } = placed()
    const mails = breakMail(shop)
    const logged = jest.spyOn(
      shop.container.resolve(ContainerRegistrationKeys.LOGGER),
      "error"
    )
    await tellBefore(task.response_limit_at, 10)
    for (const minutes of [1, 2, 11, 61]) {
      shop.clock.advance(minutes)
      await shop.tick()
    }
    mails.mockRestore()
    // Addresses must not be logged.
    expect(JSON.stringify(logged.mock.calls)).not.toContain("@")
    logged.mockRestore()
    expect(
      (await told()).filter(({ channel }) => channel === "email")
    ).toHaveLength(4)
    expect(await waiting("notification")).toEqual([])
  })

  it("rings the bell alone where the store has no provider for e-mails", async () => {
    await mailTheOwner()
    const { task } = placed()
    const service = mailService(shop)
    await service.getProviderForChannels(["email"])
    const byChannel: Map<string, object> = Reflect.get(
      service,
      "providersCache"
    )
    const provider = byChannel.get("email")
    byChannel.delete("email")
    await tellBefore(task.response_limit_at, 10)
    byChannel.set("email", provider ?? {})

    expect(await told()).toMatchObject([
      { channel: "feed", status: "success" },
      { channel: "email", status: "failure" },
    ])
    expect(await waiting("notification")).toEqual([])
  })

  it("raises the priority, reassigns, and sends an event of the shop's own", async () => {
    const { order, task } = placed()
    const heard: unknown[] = []
    shop.container
      .resolve(Modules.EVENT_BUS)
      .subscribe(
        "shop.order_almost_late",
        async ({ data }) => void heard.push(data),
        { subscriberId: `test-escalation-${order.id}` }
      )
    const colleague = shop.agent(1)
    await escalateBy([
      step("raise", { kind: "raise_priority", priority: "urgent" }),
      step("give", { kind: "reassign", assignee_id: colleague.id }),
      step("tell", { kind: "emit_event", event: "shop.order_almost_late" }),
    ])
    await tickBefore(task.response_limit_at, 10)

    expect(await taskOf(shop, order.id)).toMatchObject({
      priority: "urgent",
      assignee: { id: colleague.id },
    })
    await until(async () => heard.length > 0)
    expect(heard).toEqual([
      {
        id: task.id,
        type: "confirm_order",
        order_id: order.id,
        customer_id: task.customer_id,
        outcome: null,
      },
    ])
    expect(
      (await historyOf(task.id))
        .filter(({ kind }) => kind === "escalated")
        .map(({ data }) => data.step_id)
        .sort()
    ).toEqual(["give", "raise", "tell"])
  })

  it("tells of many tasks at once in one message after a standstill", async () => {
    const orders = [placed().order]
    for (let index = 1; index < 5; index++) {
      orders.push(await placeOrder(shop, { email: `c${index}@mail.example` }))
    }
    const tasks = await Promise.all(orders.map(({ id }) => taskOf(shop, id)))
    const latest = tasks
      .map((task) => task.response_limit_at)
      .sort()
      .at(-1)
    await tellBefore(latest ?? "", 5)
    // The shop's own tick may have been faster, and may still be running.
    await until(async () => (await told()).length > 0)

    expect(await toldMe()).toMatchObject([
      {
        channel: "feed",
        title: "5 follow-ups want you",
        description: `Near or past their time: ${orders
          .map(({ display_id }) => `#${display_id}`)
          .join(", ")}`,
      },
    ])
  })

  it("gathers what is told to one person, and tells each thing once", async () => {
    const email = true
    await escalateBy([
      step("all", { kind: "notify", audience: "everyone", email }),
      step("owner", {
        kind: "notify",
        audience: "user",
        user_id: shop.agent().id,
        email,
      }),
      step(
        "again",
        { kind: "notify", audience: "everyone", email },
        {
          offset_minutes: -9,
        }
      ),
    ])
    const orders = [placed().order]
    for (let index = 1; index < 4; index++) {
      orders.push(await placeOrder(shop, { email: `g${index}@mail.example` }))
    }
    const tasks = await Promise.all(orders.map(({ id }) => taskOf(shop, id)))
    // However long it took to place them, all are due when the last one is.
    const limits = tasks
      .map(({ response_limit_at }) => response_limit_at)
      .sort()
    await tickBefore(limits.at(-1) ?? "", 10)
    await tickBefore(limits.at(-1) ?? "", 9.5)
    expect(await told()).toEqual([])
    await tellBefore(limits.at(-1) ?? "", 8.9)

    const users = await usersThereAre()
    const title = "4 follow-ups want you"
    const messages = await told()
    expect(
      messages
        .filter(({ channel }) => channel === "feed")
        .map(({ to, ...rest }) => [to, rest])
        .sort()
    ).toEqual(
      users.map(({ id }) => [id, expect.objectContaining({ title })]).sort()
    )
    expect(
      messages
        .filter(({ channel }) => channel === "email")
        .map(({ to, ...rest }) => [to, rest])
        .sort()
    ).toEqual(
      users
        .map(({ email }) => [email, expect.objectContaining({ title })])
        .sort()
    )
  })

  it("tells what was gathered when the process was killed", async () => {
    const { task } = placed()
    await tickBefore(task.response_limit_at, 10)
    expect(await told()).toEqual([])
    // All that a new process has is what was committed.
    expect(await waiting("notification")).toMatchObject([
      { attempts: 0, next_attempt_at: null },
    ])
    shop.clock.advance(1)
    await shop.tick()
    await shop.tick()

    expect(await toldMe()).toHaveLength(1)
    expect(await waiting("notification")).toEqual([])
  })

  it("tells of a limit that has passed meanwhile once, and skips the warning of it", async () => {
    const { task } = placed()
    await tellBefore(task.response_limit_at, -30)

    expect(await toldMe()).toMatchObject([
      {
        channel: "feed",
        description: "The response limit has passed and nobody has answered",
      },
    ])
    expect(
      (await historyOf(task.id)).find(
        ({ kind }) => kind === "escalation_skipped"
      )
    ).toMatchObject({ data: { skipped: "deadline_passed" } })
  })
}

/** A promise that stays pending until it is released. */
function held(): { promise: Promise<void>; release: () => void } {
  let release = () => {}
  const promise = new Promise<void>((resolve) => (release = resolve))
  return { promise, release }
}

type MailService = {
  getProviderForChannels(channels: string[]): Promise<object[]>
  send(provider: object, mail: { channel: string; to: string }): Promise<object>
}

/** The service with which Medusa's notification module sends. */
function mailService(shop: TestShop): MailService {
  return Reflect.get(
    shop.container.resolve(Modules.NOTIFICATION),
    "notificationProviderService_"
  )
}

/** Replaces the delivery of e-mails until it is restored. */
function withMail(
  shop: TestShop,
  deliver: (mail: { to: string }) => Promise<object>
): jest.SpyInstance {
  const service = mailService(shop)
  const send = service.send.bind(service)
  return jest
    .spyOn(service, "send")
    .mockImplementation(
      async (provider, mail) =>
        await (mail.channel === "email" ? deliver(mail) : send(provider, mail))
    )
}

/** Makes the e-mail provider fail. */
const breakMail = (shop: TestShop) =>
  withMail(shop, async ({ to }) => {
    throw new Error(`${to} was refused`)
  })
