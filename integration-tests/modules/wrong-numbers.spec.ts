import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  OLENA,
  WITHDRAW,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { OpenRequest } from "../../src/modules/follow-up/task/open-request"
import type { Condition } from "../../src/desk/playbook"
import type { RuleChange } from "../../src/modules/follow-up/rules/rule-change"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { describeModule } from "./follow-up-module"
import { openOne, times } from "./open-request"

const wrongNumber = (
  service: FollowUpModuleService,
  task_id: string,
  time = "09:05"
) =>
  service.runCommand(
    {
      task_id,
      command: anAttempt({ outcome: "wrong_number" }),
      actor_id: OLENA,
    },
    monday(time)
  )

const withdraw = (
  service: FollowUpModuleService,
  task_id: string,
  time = "09:06"
) =>
  service.runCommand(
    { task_id, command: WITHDRAW, actor_id: OLENA },
    monday(time)
  )

describeModule("a wrong number", ({ service }) => {
  const asked = () =>
    service.listFollowUpTasks(
      { type: "complete_contact" },
      { order: { opened_at: "ASC" } }
    )

  it("opens one task that asks for another, with its event, in the same breath", async () => {
    const { id } = await openOne(service)
    const { task, event_ids } = await wrongNumber(service, id)
    expect(task).toMatchObject({
      status: "waiting",
      waiting_until: null,
      waiting_reason: "new_number",
    })
    const [contact] = await asked()
    expect(contact).toMatchObject({
      dedupe_key: `complete_contact:${id}:1`,
      order_id: "order_1",
      phone: null,
      opened_at: monday("09:05"),
    })
    const events = await service.listFollowUpOutboxEvents({ id: event_ids })
    expect(events.map(({ name, data }) => [name, data.id]).sort()).toEqual([
      ["follow-up.attempted", id],
      ["follow-up.opened", contact?.id],
    ])
    expect(await service.listFollowUpTimers({ task_id: id })).toEqual([])
  })

  it("leaves its call without a number until another is received", async () => {
    const { id, phone, person_id } = await openOne(service)
    await wrongNumber(service, id)
    const [request] = await asked()
    const contact = async () =>
      (await service.listCalls([person_id])).get(person_id)?.contact
    expect(await contact()).toMatchObject({
      task_id: request?.id,
      phone: null,
      phone_e164: null,
    })
    await withdraw(service, id)
    expect(await contact()).toMatchObject({ task_id: id, phone })
  })

  it("opens one, however often it is said, and goes on waiting", async () => {
    const { id } = await openOne(service)
    await Promise.all(
      times(4, (index) => wrongNumber(service, id, `09:${10 + index * 5}`))
    )
    expect(await asked()).toHaveLength(1)
    expect(await service.findTask(id)).toMatchObject({
      status: "waiting",
      waiting_reason: "new_number",
      fallback: null,
    })
  })

  it("goes on waiting when it is said again after another attempt", async () => {
    const { id } = await openOne(service)
    await wrongNumber(service, id)
    await service.runCommand(
      { task_id: id, command: anAttempt(), actor_id: OLENA },
      monday("09:10")
    )
    const { task } = await wrongNumber(service, id, "09:15")
    expect(task).toMatchObject({
      status: "waiting",
      waiting_reason: "new_number",
      fallback: null,
    })
    expect(await asked()).toMatchObject([{ status: "waiting" }])
  })

  it("takes its request with it when it is withdrawn, and may be said again", async () => {
    const { id } = await openOne(service)
    const before = await service.findTask(id)
    await wrongNumber(service, id)
    const { task, event_ids } = await withdraw(service, id)

    expect(task).toEqual({ ...before, updated_at: monday("09:06") })
    expect(await service.findTask(id)).toEqual(task)
    expect(await asked()).toMatchObject([
      { status: "canceled", cancel_reason: "not_needed", dedupe_key: null },
    ])
    const events = await service.listFollowUpOutboxEvents({ id: event_ids })
    expect(events.map(({ name }) => name)).toEqual(["follow-up.canceled"])
    expect(await service.listFollowUpTimers({ task_id: id })).toMatchObject([
      { step: expect.any(String), fires_at: expect.any(Date) },
    ])

    await wrongNumber(service, id, "09:07")
    expect(await asked()).toMatchObject([
      { status: "canceled" },
      { status: "open", dedupe_key: `complete_contact:${id}:1` },
    ])
    expect(await service.findTask(id)).toMatchObject({
      waiting_reason: "new_number",
    })
  })

  it("takes its request with it for good, also where the task was waiting", async () => {
    const { id } = await openOne(service)
    const call_back = waitUntil(monday("15:00"), { reason: "call_back" })
    await service.runCommand(
      { task_id: id, command: call_back, actor_id: OLENA },
      monday("09:02")
    )
    const before = await service.findTask(id)
    await wrongNumber(service, id)
    await withdraw(service, id)

    expect(await service.findTask(id)).toEqual({
      ...before,
      updated_at: monday("09:06"),
    })
    const [request] = await asked()
    expect(request).toMatchObject({
      status: "canceled",
      canceled_at: monday("09:06"),
      waiting_until: null,
    })
    expect(
      await service.listFollowUpTimers({ task_id: request?.id })
    ).toMatchObject([])
    const activities = await service.listFollowUpActivities(
      { task_id: request?.id },
      { order: { sequence: "ASC" } }
    )
    expect(activities.map(({ kind }) => kind).at(-1)).toBe("canceled")
  })

  it("stays where somebody works on its request already", async () => {
    const { id } = await openOne(service)
    const { task } = await wrongNumber(service, id)
    const [request] = await asked()
    await service.runCommand(
      {
        task_id: request?.id ?? "",
        command: waitUntil(monday("12:00")),
        actor_id: OLENA,
      },
      monday("09:06")
    )
    await expect(withdraw(service, id, "09:07")).rejects.toThrow(
      "Somebody works on the task that asks for another number"
    )
    expect(await service.findTask(id)).toEqual(task)
  })
})

describeModule(
  "a wrong number where playbooks choose who is asked for another",
  ({ service }) => {
    const NOW = monday("09:00")
    const isIn = (country: string): Condition => ({
      field: "country",
      operator: "is",
      value: country,
    })

    /** Adds a playbook for this country, tried before the standard one. */
    const askFirst = async (country: string, trigger: string) => {
      const standard = await standardPlaybook()
      const change = (change: RuleChange) =>
        service.changeRules(change, null, NOW)
      await change({
        kind: "create_playbook",
        id: `fuplay_${country}`,
        type: "complete_contact",
        name: `Only ${country}`,
        enabled: true,
        definition: {
          ...standard.definition,
          triggers: [trigger],
          conditions: { all: [isIn(country)], any: [] },
        },
      })
      await change({
        kind: "order_playbooks",
        type: "complete_contact",
        ids: [`fuplay_${country}`, standard.id],
      })
    }

    const standardPlaybook = async () => {
      const { playbooks } = await service.readRuleBook(NOW)
      const standard = playbooks.find(
        ({ type, is_seeded }) => type === "complete_contact" && is_seeded
      )
      if (!standard) {
        throw new Error("complete_contact has no playbook")
      }
      return standard
    }

    const requestAfter = async (facts: Partial<OpenRequest> = {}) => {
      const { id } = await openOne(service, facts)
      await wrongNumber(service, id)
      const [request] = await service.findTasks({
        dedupe_key: [`complete_contact:${id}:1`],
      })
      return request
    }

    it("asks under the first whose conditions its order meets", async () => {
      await askFirst("bg", "order_placed")
      const { id } = await standardPlaybook()
      const inSofia = { country_code: "bg", phone: "+359888123456" }

      expect(await requestAfter()).toMatchObject({ playbook_id: id })
      expect(await requestAfter(inSofia)).toMatchObject({
        playbook_id: "fuplay_bg",
      })
    })

    it("asks under what an order triggers, a customer, or the shop's own code", async () => {
      await askFirst("ua", "customer_created")
      const { id } = await standardPlaybook()
      const aboutCustomer = { order_id: null }
      const aboutNobody = { order_id: null, customer_id: null }

      expect(await requestAfter()).toMatchObject({ playbook_id: id })
      expect(await requestAfter(aboutCustomer)).toMatchObject({
        playbook_id: "fuplay_ua",
      })
      expect(await requestAfter(aboutNobody)).toMatchObject({ playbook_id: id })
    })

    it("brings the task to its fallback at once where none matches", async () => {
      const { id, definition } = await standardPlaybook()
      await service.changeRules(
        {
          kind: "update_playbook",
          id,
          definition: {
            ...definition,
            conditions: { all: [isIn("bg")], any: [] },
          },
        },
        null,
        NOW
      )
      const task = await openOne(service)
      await wrongNumber(service, task.id)

      expect(await service.findTask(task.id)).toMatchObject({
        status: "open",
        waiting_reason: null,
        fallback: "message_customer",
      })
    })
  }
)

describeModule(
  "a wrong number where nobody is asked for another",
  ({ service }) => {
    it("brings the task to its fallback at once", async () => {
      const { id } = await openOne(service)
      const { task } = await wrongNumber(service, id)
      expect(task).toMatchObject({
        status: "open",
        waiting_reason: null,
        fallback: "message_customer",
        due_at: monday("09:05"),
      })
      expect(await service.findTask(id)).toEqual(task)
      expect(
        (
          await service.listFollowUpActivities(
            { task_id: id },
            { order: { sequence: "ASC" } }
          )
        ).map(({ kind }) => kind)
      ).toEqual(["opened", "attempted", "waiting", "attempts_used_up"])
    })

    it("is withdrawn all the same", async () => {
      const { id } = await openOne(service)
      const before = await service.findTask(id)
      await wrongNumber(service, id)
      const { task } = await withdraw(service, id)
      expect(task).toEqual({ ...before, updated_at: monday("09:06") })
    })
  },
  { disabled_types: ["complete_contact"] }
)
