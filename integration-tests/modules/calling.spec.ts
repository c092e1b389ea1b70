import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import { waitUntil } from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { callingNow } from "../../src/modules/follow-up"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"
import { statesOf } from "./whole-calls"

describeModule("a call", ({ service }) => {
  const olena = "user_olena"
  const ivan = "user_ivan"
  const at = (minute: number) =>
    new Date(monday("09:10").getTime() + minute * 60_000)
  const does =
    (task_id: string, actor_id: string, now: Date, knows_of_call = false) =>
    (command: Parameters<FollowUpModuleService["runCommand"]>[0]["command"]) =>
      service.runCommand({ task_id, command, actor_id, knows_of_call }, now)
  const complete = {
    kind: "complete" as const,
    outcome: "confirmed",
    note: null,
    received_phone: null,
  }
  const reached = {
    kind: "record_attempt" as const,
    channel: "phone" as const,
    outcome: "reached" as const,
    note: null,
    call_back_at: null,
    complete_with: "confirmed",
    received_phone: null,
  }
  const twoOf = async (key: string) => {
    const facts = {
      customer_id: `cus_${key}`,
      email: `${key}@mail.example`,
      phone_e164: null,
    }
    const first = await openOne(service, { ...facts, dedupe_key: `${key}1` })
    const second = await openOne(service, { ...facts, dedupe_key: `${key}2` })
    return [first, second] as const
  }
  const calling = async (id: string, now: Date) => {
    const task = await service.findTask(id)
    return task && callingNow(task, now)
  }

  it("gives the caller everything that the person has open, and is seen there", async () => {
    const [first, second] = await twoOf("claims")
    await does(first.id, olena, at(0))({ kind: "start_calling" })
    for (const { id } of [first, second]) {
      expect(await calling(id, at(1))).toEqual({
        user_id: olena,
        since: at(0),
      })
      expect((await service.findTask(id))?.assignee_id).toBe(olena)
    }
    const third = await openOne(
      service,
      { customer_id: "cus_claims", dedupe_key: "claims3" },
      at(1)
    )
    expect(await calling(third.id, at(1))).toEqual({
      user_id: olena,
      since: at(0),
    })
    expect(await calling(third.id, at(15))).toBeNull()
  })

  it("lets nobody settle the call from under the caller without knowing of it", async () => {
    const [first, second] = await twoOf("under")
    await does(first.id, olena, at(0))({ kind: "start_calling" })
    const refusal = expect.objectContaining({
      code: "being_called",
      values: expect.objectContaining({ assignee: olena }),
    })
    for (const command of [
      complete,
      { kind: "start_calling" as const },
      { kind: "assign" as const, assignee_id: ivan },
      { ...reached, complete_with: null },
      { kind: "cancel" as const, reason: "duplicate", note: null },
    ]) {
      await expect(does(second.id, ivan, at(1))(command)).rejects.toEqual(
        refusal
      )
    }
    await does(second.id, ivan, at(1))({ kind: "note", note: "Rings" })
    await does(second.id, ivan, at(1), true)(complete)
    expect((await service.findTask(second.id))?.status).toBe("completed")
    expect(await calling(first.id, at(1))).not.toBeNull()
  })

  it("ends with what the attempt was, by hanging up, and by calling somebody else", async () => {
    const [first] = await twoOf("ends")
    await does(first.id, olena, at(0))({ kind: "start_calling" })
    await does(
      first.id,
      olena,
      at(1)
    )({
      ...reached,
      outcome: "no_answer",
      complete_with: null,
    })
    expect(await calling(first.id, at(1))).toBeNull()

    await does(first.id, olena, at(2))({ kind: "start_calling" })
    await does(first.id, ivan, at(3))({ kind: "hang_up" })
    expect(await calling(first.id, at(3))).not.toBeNull()
    await does(first.id, olena, at(3))({ kind: "hang_up" })
    expect(await calling(first.id, at(3))).toBeNull()

    await does(first.id, olena, at(4))({ kind: "start_calling" })
    const [other] = await twoOf("elsewhere")
    await does(other.id, olena, at(5))({ kind: "start_calling" })
    expect(await calling(first.id, at(5))).toBeNull()
    expect(await calling(other.id, at(5))).not.toBeNull()
  })

  it("is one attempt, however many tasks it settles", async () => {
    const [first, second] = await twoOf("settles")
    const third = await openOne(service, {
      customer_id: "cus_settles",
      dedupe_key: "settles3",
    })
    await does(first.id, olena, at(0))({ kind: "start_calling" })
    await does(first.id, olena, at(2))(reached)
    // Whoever was reached is still on the phone.
    expect(await calling(second.id, at(2))).not.toBeNull()
    await does(
      second.id,
      olena,
      at(3)
    )({ ...reached, complete_with: "changed" })
    const settled = await service.findTask(second.id)
    expect(settled).toMatchObject({ outcome: "changed", attempt_count: 1 })
    expect((await service.findTask(third.id))?.attempt_count).toBe(1)

    // Undone, only the outcome is: the call did happen.
    await does(second.id, olena, at(4))({ kind: "withdraw_attempt" })
    expect(await service.findTask(second.id)).toMatchObject({
      status: "open",
      attempt_count: 1,
      responded_at: at(2),
    })
    expect((await service.findTask(first.id))?.status).toBe("completed")
  })

  it("can be undone task by task, also after hanging up", async () => {
    const [first, second] = await twoOf("undone")
    await does(first.id, olena, at(0))({ kind: "start_calling" })
    await does(first.id, olena, at(1))(reached)
    await does(second.id, olena, at(2))(reached)
    await does(second.id, olena, at(2))({ kind: "hang_up" })
    await does(second.id, olena, at(3))({ kind: "withdraw_attempt" })
    await does(first.id, olena, at(4))({ kind: "withdraw_attempt" })
    expect(await service.findTask(first.id)).toMatchObject({
      status: "open",
      attempt_count: 0,
      responded_at: null,
    })
    expect(await service.findTask(second.id)).toMatchObject({
      status: "open",
      attempt_count: 1,
    })
    expect(await calling(first.id, at(4))).toBeNull()
  })

  it("goes on as it is where a task comes back to it that used to wait", async () => {
    const [first, second] = await twoOf("comes_back")
    await does(first.id, olena, at(0))(waitUntil(at(300)))
    await does(first.id, olena, at(1))({ kind: "start_calling" })
    await does(first.id, olena, at(1))(reached)
    await does(second.id, olena, at(2))({ kind: "note", note: "Rings" })
    await does(first.id, olena, at(3))({ kind: "withdraw_attempt" })
    const tasks = await Promise.all(
      [first, second].map(async ({ id }) => await service.findTask(id))
    )
    expect(tasks.map((task) => task?.status)).toEqual(["open", "open"])
    expect(statesOf(tasks.flatMap((task) => task ?? []))).toHaveLength(1)
    expect(await calling(first.id, at(3))).toEqual({
      user_id: olena,
      since: at(1),
    })
  })

  it("is listed once, with what its orders come to together", async () => {
    const facts = { customer_id: "cus_sums", email: null, phone_e164: null }
    for (const [index, [order_id, order_total, currency_code]] of [
      ["o1", 100.5, "uah"] as const,
      ["o1", 100.5, "uah"] as const,
      ["o2", 20, "uah"] as const,
      ["o3", 7, "eur"] as const,
    ].entries()) {
      await openOne(service, {
        ...facts,
        order_id,
        order_total,
        currency_code,
        dedupe_key: `sums_${index}`,
      })
    }
    const { tasks } = await service.listQueue(
      { tab: "now", customer_id: "cus_sums" },
      { sort: { column: "due_at", descending: false }, limit: 10, offset: 0 },
      null,
      at(0)
    )
    expect(tasks).toHaveLength(1)
    const person_id = tasks[0]?.person_id ?? ""
    const call = (await service.listCalls([person_id])).get(person_id)
    expect(call).toMatchObject({
      task_count: 4,
      totals: [
        { currency_code: "uah", total: 120.5 },
        { currency_code: "eur", total: 7 },
      ],
    })
    expect(call?.tasks[0]?.id).toBe(tasks[0]?.id)
  })
})
