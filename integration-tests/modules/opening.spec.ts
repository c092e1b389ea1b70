import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { describeModule } from "./follow-up-module"
import { aRequest, times } from "./open-request"

const NOW = monday("09:01")

describeModule("opening tasks", ({ service }) => {
  it("writes the task, its history, its timer and its event", async () => {
    const [change] = await service.openTasks([aRequest()], NOW)
    const task = await service.findTask(change?.task.id ?? "")
    expect(task).toEqual(change?.task)
    expect(task).toMatchObject({
      status: "open",
      opened_at: monday("09:00"),
      response_target_at: monday("09:20"),
      response_limit_at: monday("10:00"),
      due_at: monday("09:20"),
      order_total: 2398,
      created_at: NOW,
    })
    const task_id = task?.id
    expect(await service.listFollowUpActivities({ task_id })).toMatchObject([
      { kind: "opened", occurred_at: monday("09:00"), actor_id: null },
    ])
    expect(await service.listFollowUpTimers({ task_id })).toMatchObject([
      { step: "target_missed", fires_at: monday("09:20") },
    ])
    expect(await service.listFollowUpOutboxEvents()).toMatchObject([
      {
        id: change?.event_ids[0],
        name: "follow-up.opened",
        data: {
          id: task_id,
          type: "confirm_order",
          order_id: "order_1",
          customer_id: "cus_1",
        },
      },
    ])
  })

  it("keeps the data of its kind of work with the task", async () => {
    const data = { short: [{ sku: "KETTLE", by: 2 }], opened_at: "noon" }
    const [change] = await service.openTasks([aRequest({ data })], NOW)
    expect(change?.task.data).toEqual(data)
    const id = change?.task.id ?? ""
    expect((await service.findTask(id))?.data).toEqual(data)
    await service.runCommand(
      { task_id: id, command: { kind: "claim" }, actor_id: "user_1" },
      NOW
    )
    expect((await service.findTask(id))?.data).toEqual(data)
  })

  it("opens one task for an event that came five times at once", async () => {
    const request = aRequest({ dedupe_key: "confirm_order:order_1" })
    const changes = await Promise.all(
      times(5, () => service.openTasks([request], NOW))
    )
    expect(changes.flat()).toHaveLength(1)
    expect(await service.findTasks({ order_id: ["order_1"] })).toHaveLength(1)
    expect(await service.listFollowUpOutboxEvents()).toHaveLength(1)
    expect(await service.listFollowUpActivities()).toHaveLength(1)
  })

  it("opens nothing for a key whose task is closed", async () => {
    const request = aRequest({ dedupe_key: "confirm_order:order_1" })
    const [change] = await service.openTasks([request], NOW)
    await service.runCommand(
      {
        task_id: change?.task.id ?? "",
        command: { kind: "cancel", reason: "not_needed", note: null },
        actor_id: null,
      },
      NOW
    )
    expect(await service.openTasks([request], NOW)).toEqual([])
  })

  it("opens a task each time where there is no key", async () => {
    await service.openTasks([aRequest(), aRequest()], NOW)
    expect(await service.findTasks({ order_id: ["order_1"] })).toHaveLength(2)
  })

  it("opens each once where two open the same in opposite orders", async () => {
    const requests = times(60, (index) =>
      aRequest({ dedupe_key: `key:${index}`, order_id: `order_${index + 100}` })
    )
    // The calendar must exist already: storing the first one would block the
    // other calls.
    await service.openTasks([aRequest()], NOW)
    const changes = await Promise.all([
      service.openTasks(requests, NOW),
      service.openTasks([...requests].reverse(), NOW),
      service.openTasks(requests, NOW),
      service.openTasks([...requests].reverse(), NOW),
    ])
    expect(changes.flat()).toHaveLength(60)
    const order_id = requests.flatMap(({ order_id }) => order_id ?? [])
    expect(await service.findTasks({ order_id })).toHaveLength(60)
  })

  it("opens none of them where one is of a type that nobody has defined", async () => {
    await expect(
      service.openTasks([aRequest(), aRequest({ type: "gift_wrap" })], NOW)
    ).rejects.toThrow(
      'type was "gift_wrap"; it may be one of confirm_order, complete_contact'
    )
    expect(await service.findTasks({ order_id: ["order_1"] })).toEqual([])
    expect(await service.listFollowUpOutboxEvents()).toEqual([])
    expect(await service.listFollowUpTimers()).toEqual([])
  })

  it("says which playbooks there are where the named one is unknown", async () => {
    const { playbooks } = await service.readRuleBook(NOW)
    const ofType = (type: string) =>
      playbooks.find((playbook) => playbook.type === type)?.id
    const contact = ofType("complete_contact") ?? ""
    for (const playbook_id of ["fuplay_none", contact]) {
      await expect(
        service.openTasks([aRequest({ playbook_id })], NOW)
      ).rejects.toMatchObject({
        type: "invalid_data",
        message: `playbook_id was "${playbook_id}"; it may be the id of a playbook of the type confirm_order: ${ofType("confirm_order")}`,
      })
    }
    expect(await service.listFollowUpTasks()).toEqual([])
  })

  it("opens nothing under a named playbook that is switched off", async () => {
    const { playbooks } = await service.readRuleBook(NOW)
    const { id = "" } =
      playbooks.find(({ type }) => type === "confirm_order") ?? {}
    const request = aRequest({ playbook_id: id })
    expect(await service.openTasks([request], NOW)).toHaveLength(1)
    await service.changeRules(
      { kind: "update_playbook", id, enabled: false },
      null,
      NOW
    )
    expect(await service.openTasks([request], NOW)).toEqual([])
  })

  it("says what is wrong with a time that is none", async () => {
    await expect(
      service.openTasks([aRequest({ opened_at: new Date("soon") })], NOW)
    ).rejects.toThrow(
      "opened_at was Invalid Date; it may be a time such as 2026-11-21T09:00:00Z"
    )
  })

  it("keeps what a shopper typed, however long and odd", async () => {
    const odd = `O'Neil "; drop table follow_up_task; -- \\ {{ shop }} ? ?? :x $1 ${"ї".repeat(5_000)}`
    const [change] = await service.openTasks(
      [
        aRequest({
          type: "complete_contact",
          customer_name: odd,
          phone: "0".repeat(50_000),
          phone_e164: null,
        }),
      ],
      NOW
    )
    const task = await service.findTask(change?.task.id ?? "")
    expect(task?.customer_name).toBe(odd)
    expect(task?.phone).toHaveLength(50_000)
  })
})

describeModule(
  "a type that is switched off",
  ({ service }) => {
    it("is not opened; another of the same call is", async () => {
      const opened = await service.openTasks(
        [aRequest({ type: "complete_contact" }), aRequest()],
        NOW
      )
      expect(opened.map(({ task }) => task.type)).toEqual(["confirm_order"])
    })
  },
  { disabled_types: ["complete_contact"] }
)
