import fc from "fast-check"
import {
  friday,
  kyivShop,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  REOPEN,
  waitUntil,
  WITHDRAW,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { AttemptOutcome } from "../../src/desk/attempts"
import type { EscalationStep } from "../../src/desk/playbook"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { isLate } from "../../src/modules/follow-up/task/clock/deadlines"
import { readTimer } from "../../src/modules/follow-up/task/clock/read-timer"
import { requestKeys } from "../../src/modules/follow-up/task/number-request"
import { waitsForNumber } from "../../src/modules/follow-up/task/waits-for-number"
import { Refusal } from "../../src/refusals"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { callingNow } from "../../src/modules/follow-up"
import type { Task } from "../../src/modules/follow-up/task/task"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne } from "./open-request"

type Contact = Pick<Task, "customer_id" | "email" | "phone_e164">

/** Few enough records for tasks to share some of them. */
const contact = fc.record<Contact>({
  customer_id: fc.constantFrom("cus_1", "cus_2", "cus_3", null),
  email: fc.constantFrom(
    "a@mail.example",
    "A@mail.example",
    "b@mail.example",
    null
  ),
  phone_e164: fc.constantFrom("+380671234567", "+380671234568", null),
})

const outcome = fc.constantFrom<AttemptOutcome[]>(
  "no_answer",
  "no_answer",
  "reached",
  "call_back_later",
  "busy",
  "wrong_number",
  "message_sent"
)

/** What somebody, the shop or the clock does next, to one of the tasks. */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("open" as const), contact }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("correct" as const), contact }),
  },
  fc.record({
    kind: fc.constant("share" as const),
    key: fc.constantFrom(
      { kind: "phone" as const, value: "+380671234567" },
      { kind: "email" as const, value: "a@mail.example" }
    ),
    is_shared: fc.boolean(),
  }),
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("run" as const),
      actor_id: fc.constantFrom("user_olena", "user_petro"),
      command: fc.constantFrom<Command["kind"][]>(
        "assign",
        "cancel",
        "claim",
        "cancel_order",
        "complete",
        "hang_up",
        "hang_up",
        "note",
        "release",
        "reopen",
        "resume",
        "start_calling",
        "start_calling",
        "update",
        "wait",
        "withdraw_attempt"
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("attempt" as const),
      actor_id: fc.constantFrom("user_olena", "user_petro"),
      outcome,
      completes: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("slip" as const),
      actor_id: fc.constantFrom("user_olena", "user_petro"),
      outcome,
      completes: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      actor_id: fc.constantFrom("user_olena", "user_petro"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("fail" as const) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      minutes: fc.constantFrom(10, 45, 240, 1500),
    }),
  }
)

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never

/** What the person of each task is, worked out in another way: by spreading. */
function expectedGroups(tasks: Task[], shared: ReadonlySet<string>): Task[][] {
  const label = new Map(tasks.map(({ id }) => [id, id]))
  const keysOf = (task: Task) =>
    [
      task.customer_id && `customer:${task.customer_id}`,
      task.email && `email:${task.email.toLowerCase()}`,
      task.phone_e164 && `phone:${task.phone_e164}`,
    ].filter((key) => key && !shared.has(key))
  for (let changed = true; changed;) {
    changed = false
    for (const one of tasks) {
      for (const other of tasks) {
        const theirs = label.get(other.id) ?? ""
        if (
          theirs < (label.get(one.id) ?? "") &&
          keysOf(one).some((key) => keysOf(other).includes(key))
        ) {
          label.set(one.id, theirs)
          changed = true
        }
      }
    }
  }
  const groups = new Map<string, Task[]>()
  for (const task of tasks) {
    const name = label.get(task.id) ?? ""
    groups.set(name, [...(groups.get(name) ?? []), task])
  }
  return [...groups.values()]
}

const sorted = (groups: Task[][]) =>
  groups.map((group) => group.map(({ id }) => id).sort()).sort()

const isActive = ({ status }: Task) => status === "open" || status === "waiting"

const keyOf = (task: Task) => task.person_id

function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string
): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  }
  return [...groups.values()]
}

/** The queue's order; a task that waits for another number comes last. */
function inOrder(one: Task, other: Task): number {
  const due = ({ due_at }: Task) => due_at?.getTime() ?? Infinity
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return (
    Number(waitsForNumber(one)) - Number(waitsForNumber(other)) ||
    other.priority - one.priority ||
    (due(one) === due(other) ? 0 : due(one) - due(other)) ||
    one.opened_at.getTime() - other.opened_at.getTime() ||
    byText(one.id, other.id)
  )
}

/** Each rule on its own: a reassignment, and a rise, once time runs out. */
const ESCALATION: EscalationStep[] = [
  {
    id: "raise",
    relative_to: "response_target",
    offset_minutes: 0,
    action: { kind: "raise_priority", priority: "urgent" },
  },
  {
    id: "reassign",
    relative_to: "response_limit",
    offset_minutes: 0,
    action: { kind: "reassign", assignee_id: "user_boss" },
  },
]

describeModule("persons", ({ service }) => {
  const all = async (): Promise<(Task & { leads: boolean })[]> => {
    const { tasks } = await service.listQueue(
      {},
      {
        sort: { column: "opened_at", descending: false },
        limit: 2000,
        offset: 0,
      },
      null,
      monday("12:00")
    )
    const leading = await service.listFollowUpTasks(
      { leads: true },
      { select: ["id"], take: 2000 }
    )
    const leads = new Set(leading.map(({ id }) => id))
    return tasks.map((task) => ({ ...task, leads: leads.has(task.id) }))
  }

  const escalate = async (): Promise<void> => {
    const { playbooks } = await service.readRuleBook(monday("08:00"))
    for (const { id, type, definition } of playbooks) {
      if (type === "confirm_order") {
        await service.changeRules(
          {
            kind: "update_playbook",
            id,
            definition: { ...definition, escalation: ESCALATION },
          },
          null,
          monday("08:00")
        )
      }
    }
  }

  const tick = async (now: Date): Promise<void> => {
    while ((await service.fireDueTimers(now, 50)).length > 0) {
      // Until nothing is due.
    }
  }

  it("puts every active task in one call, which one task leads, and in which all have the same assignee, caller, wait and attempts", async () => {
    await escalate()
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(50), what: happening }), {
          minLength: 6,
          maxLength: 24,
        }),
        async (happenings) => {
          const mark = `r${round++}_`
          const shared = new Set<string>()
          const mine = (value: string | null) => value && `${mark}${value}`
          const ours = (one: Contact): Contact => ({
            customer_id: mine(one.customer_id),
            email: mine(one.email),
            phone_e164: one.phone_e164 && `${one.phone_e164}${round}`,
          })
          const here = async () => {
            const tasks = await all()
            const orders = tasks.filter(({ dedupe_key }) =>
              dedupe_key?.startsWith(mark)
            )
            const requests = orders.flatMap((task) =>
              requestKeys("complete_contact", task)
            )
            return [
              ...orders,
              ...tasks.filter(({ dedupe_key }) =>
                requests.includes(dedupe_key ?? "")
              ),
            ]
          }
          let now = monday("09:00")
          let opened = 0
          for (const { at, what } of happenings) {
            now = new Date(
              now.getTime() + (what.kind === "pass" ? what.minutes : 1) * 60_000
            )
            await tick(now)
            const tasks = await here()
            const target = tasks[at % Math.max(1, tasks.length)]
            if (what.kind === "open") {
              await openOne(
                service,
                {
                  ...ours(what.contact),
                  opened_at: now,
                  dedupe_key: `${mark}${opened++}`,
                },
                now
              )
            } else if (what.kind === "share") {
              const value =
                what.key.kind === "phone"
                  ? `${what.key.value}${round}`
                  : `${mark}${what.key.value}`
              const name = `${what.key.kind}:${value}`
              if (what.is_shared) shared.add(name)
              else shared.delete(name)
              await service.shareContact(
                { ...what.key, value },
                what.is_shared,
                null,
                now
              )
            } else if (target) {
              await run(service, target, what, tasks, ours, now)
            }

            const after = await here()
            if (target && (what.kind === "attempt" || what.kind === "write")) {
              expectOneAttempt(target, tasks, after)
            }
            after.forEach(expectWhole)
            expect(sorted(groupBy(after, keyOf))).toEqual(
              sorted(expectedGroups(after, shared))
            )
            for (const call of groupBy(after.filter(isActive), keyOf)) {
              const [first] = [...call].sort(inOrder)
              const leading = call.filter(({ leads }) => leads)
              expect(leading.map(({ id }) => id)).toEqual([first?.id])
              expect(statesOf(call)).toHaveLength(1)
              expect(callersOf(call, now)).toHaveLength(1)
              expect(
                new Set(call.map(({ assignee_id }) => assignee_id)).size
              ).toBe(1)
            }
            await expectCounts(now)
          }
        }
      ),
      { numRuns: 20 }
    )
  })

  /** The counts are those of the calls, which are late if any task of theirs is. */
  const expectCounts = async (now: Date): Promise<void> => {
    const active = (await all()).filter(isActive)
    const leading = active.filter(({ leads }) => leads)
    const of = (is: (task: Task) => boolean) => leading.filter(is).length
    const calls = groupBy(active, keyOf)
    const ofAny = (is: (task: Task) => boolean) =>
      calls.filter((call) => call.some(is)).length
    const user_id = "user_olena"
    const { counts, urgent } = await service.countQueue(user_id, now)
    expect({ ...counts, urgent }).toMatchObject({
      now: of(({ status }) => status === "open"),
      waiting: of(({ status }) => status === "waiting"),
      mine: of(({ assignee_id }) => assignee_id === user_id),
      late: ofAny((task) => isLate(task, now)),
      urgent: ofAny((task) =>
        ["critical", "breached"].includes(readTimer(task, kyivShop, now).level)
      ),
    })
    const { tasks } = await service.listQueue(
      { tab: "late" },
      {
        sort: { column: "due_at", descending: false },
        limit: 2000,
        offset: 0,
      },
      user_id,
      now
    )
    expect(tasks).toHaveLength(counts.late)
  }

  it("keeps one person and one lead, however many orders come at once", async () => {
    const now = monday("09:00")
    const requests = Array.from({ length: 24 }, (_, index) =>
      aRequest({
        email: "olena@mail.example",
        dedupe_key: `at_once_${index}`,
        opened_at: new Date(now.getTime() - index),
      })
    )
    await Promise.all([
      ...requests.map((request) => service.openTasks([request], now)),
      tick(now),
    ])
    const tasks = await all()
    await Promise.all(
      tasks.slice(0, 12).map(({ id }, index) =>
        service.runCommand(
          {
            task_id: id,
            command: index % 2 ? completion("confirmed") : anAttempt(),
            actor_id: `user_${index}`,
          },
          new Date(now.getTime() + 60_000)
        )
      )
    )
    const after = await all()
    expect(new Set(after.map(keyOf)).size).toBe(1)
    const active = after.filter(isActive)
    expect(active).toHaveLength(18)
    expect(active.filter(({ leads }) => leads)).toHaveLength(1)
    expect(statesOf(active)).toHaveLength(1)
  })

  it("has another task lead once the one that led is deleted", async () => {
    const olena = { email: "olena@mail.example" }
    const first = await openOne(service, {
      ...olena,
      opened_at: monday("09:00"),
    })
    const second = await openOne(service, {
      ...olena,
      opened_at: monday("09:01"),
    })
    const leading = async () =>
      (await all()).filter(({ leads }) => leads).map(({ id }) => id)
    expect(await leading()).toEqual([first.id])

    await service.deleteFollowUpTimers([first.id])
    await service.deleteFollowUpTasks([first.id])
    expect(await leading()).toEqual([second.id])
    const { counts } = await service.countQueue(null, monday("09:02"))
    expect(counts).toMatchObject({ now: 1, all: 1 })
  })

  it("leaves a call alone where a task of it that was closed is claimed", async () => {
    const olena = { email: "olena@mail.example" }
    const done = await openOne(service, olena)
    const run = (task_id: string, command: Command, actor_id: string) =>
      service.runCommand({ task_id, command, actor_id }, monday("09:10"))
    await run(done.id, { kind: "claim" }, "user_olena")
    await run(done.id, completion("confirmed"), "user_olena")
    const other = await openOne(service, olena)
    await run(other.id, { kind: "claim" }, "user_petro")

    await run(done.id, { kind: "claim" }, "user_olena")
    expect(await service.findTask(other.id)).toMatchObject({
      assignee_id: "user_petro",
    })
  })

  it("opens one more task of a person who has hundreds by changing that task and the one that leads, at most", async () => {
    const olena = { email: "olena@mail.example" }
    const at = monday("09:00")
    for (let done = 0; done < 300; done += 100) {
      await service.openTasks(
        Array.from({ length: 100 }, () => aRequest(olena)),
        at
      )
    }
    const before = await all()
    const last = await openOne(
      service,
      { ...olena, opened_at: friday("09:00") },
      at
    )
    const changed = (await all()).filter(
      (task) =>
        JSON.stringify(task) !==
        JSON.stringify(before.find(({ id }) => id === task.id))
    )
    expect(changed.map(({ id }) => id)).toContain(last.id)
    expect(changed.length).toBeLessThanOrEqual(2)
  })

  describe("calling", () => {
    const olena = "user_olena"
    const ivan = "user_ivan"
    const at = (minute: number) =>
      new Date(monday("09:10").getTime() + minute * 60_000)
    const does =
      (task_id: string, actor_id: string, now: Date, knows_of_call = false) =>
      (
        command: Parameters<FollowUpModuleService["runCommand"]>[0]["command"]
      ) =>
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
      const tasks = (await all()).filter(
        ({ person_id }) => person_id === first.person_id
      )
      expect(tasks.map(({ status }) => status)).toEqual(["open", "open"])
      expect(statesOf(tasks)).toHaveLength(1)
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
})

/** What the tasks of a call have in common, as often as it differs. */
function statesOf(call: readonly Task[]): string[] {
  const states = call
    .filter((task) => !waitsForNumber(task))
    .map(({ status, waiting_until, waiting_reason, ladder }) =>
      JSON.stringify({
        status,
        waiting_until,
        waiting_reason,
        ladder: Object.entries(ladder).sort(),
      })
    )
  return states.length === 0 ? ["all wait for a number"] : [...new Set(states)]
}

/** Who is calling the person of a call, as often as its tasks differ. */
function callersOf(call: readonly Task[], now: Date): string[] {
  const callers = call.map((task) => JSON.stringify(callingNow(task, now)))
  return [...new Set(callers)]
}

/** A task's columns fit its status. */
function expectWhole(task: Task): void {
  const { status } = task
  const isWaiting = status === "waiting"
  const given = (value: unknown) => value !== null
  expect({
    completed: [given(task.completed_at), given(task.outcome)],
    canceled: [given(task.canceled_at), given(task.cancel_reason)],
    waits: [given(task.waiting_since), given(task.waiting_reason)],
    has_until: given(task.waiting_until),
  }).toEqual({
    completed: [status === "completed", status === "completed"],
    canceled: [status === "canceled", status === "canceled"],
    waits: [isWaiting, isWaiting],
    has_until: isWaiting && !waitsForNumber(task),
  })
  if (!isActive(task)) {
    expect([task.due_at, task.calling_by, task.fallback]).toEqual([
      null,
      null,
      null,
    ])
  }
}

/** What an attempt meets, holds and ends is the same for all of its call. */
function expectOneAttempt(
  target: Task,
  before: readonly Task[],
  after: readonly Task[]
): void {
  const then = (task: Task) => after.find(({ id }) => id === task.id) ?? task
  const call = before.filter(
    (task) =>
      task.id === target.id ||
      (task.person_id === target.person_id &&
        isActive(task) &&
        isActive(target))
  )
  const counted = call.map(
    (task) => then(task).attempt_count - task.attempt_count
  )
  expect(new Set(counted).size).toBe(1)
  if (counted[0] === 0) {
    return
  }
  for (const task of call) {
    expect(then(task).responded_at).not.toBeNull()
  }
  const reached = call.map((task) => then(task).first_contact_at !== null)
  const wasReached = call.map((task) => task.first_contact_at !== null)
  expect(
    reached.every((is, index) => is === wasReached[index]) ||
      reached.every((is) => is)
  ).toBe(true)
  if (!waitsForNumber(then(target))) {
    const used_up = call
      .map(then)
      .filter((task) => isActive(task) && !waitsForNumber(task))
      .map(({ fallback }) => fallback !== null)
    expect(new Set(used_up).size).toBeLessThanOrEqual(1)
  }
}

/** Does it, if the state of the task allows it. */
async function run(
  service: FollowUpModuleService,
  task: Task,
  what: Happening,
  tasks: readonly Task[],
  ours: (contact: Contact) => Contact,
  now: Date
): Promise<void> {
  const failed =
    what.kind === "fail" ? await failureOf(service, tasks) : undefined
  const command = failed?.command ?? commandOf(task, what, ours, now)
  if (!command) {
    return
  }
  const task_id = failed?.task_id ?? task.id
  const actor_id = "actor_id" in what ? what.actor_id : null
  try {
    await service.runCommand({ task_id, command, actor_id }, now)
    if (what.kind === "slip") {
      await service.runCommand(
        { task_id, command: WITHDRAW, actor_id },
        new Date(now.getTime() + 30_000)
      )
    }
    if (command.kind === "cancel_order") {
      await service.runCommand(
        {
          task_id: task.id,
          command: cancellation({ reason: "order_canceled" }),
          actor_id: null,
        },
        now
      )
    }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error
    }
  }
}

/** The failure of the first message of these tasks that is still on its way. */
async function failureOf(
  service: FollowUpModuleService,
  tasks: readonly Task[]
): Promise<{ task_id: string; command: Command } | undefined> {
  const attempts = await service.listFollowUpAttempts(
    { task_id: tasks.map(({ id }) => id), channel: "email" },
    { order: { attempted_at: "ASC" } }
  )
  const pending = attempts.find(
    ({ message }) => message?.["status"] === "pending"
  )
  return (
    pending && {
      task_id: pending.task_id,
      command: {
        kind: "message_failed",
        attempt_id: pending.id,
        channel: "email",
        error: "No such mailbox",
      },
    }
  )
}

function commandOf(
  task: Task,
  what: Happening,
  ours: (contact: Contact) => Contact,
  now: Date
): Command | null {
  const later = new Date(now.getTime() + 3_600_000)
  switch (what.kind) {
    case "correct":
      return {
        kind: "refresh",
        facts: {
          customer_name: task.customer_name,
          phone: task.phone,
          country_code: task.country_code,
          order_id: task.order_id,
          order_display_id: task.order_display_id,
          currency_code: task.currency_code,
          order_total: task.order_total,
          customer_comment: task.customer_comment,
          ...ours(what.contact),
        },
      }
    case "attempt":
    case "slip":
      return anAttempt({
        outcome: what.outcome,
        call_back_at: what.outcome === "call_back_later" ? later : null,
        complete_with:
          what.outcome === "reached" &&
          what.completes &&
          task.type === "confirm_order"
            ? "confirmed"
            : null,
      })
    case "write":
      return anAttempt({
        channel: "email",
        outcome: "message_sent",
        message: {
          to: "olena@mail.example",
          subject: "Your order",
          text: "Please call us",
        },
      })
    case "run":
      switch (what.command) {
        case "assign":
          return { kind: "assign", assignee_id: "user_taras" }
        case "cancel":
          return cancellation()
        case "complete":
          return completion(
            task.type === "confirm_order" ? "confirmed" : "no_number"
          )
        case "note":
          return { kind: "note", note: "The gate is at the back" }
        case "release":
          return { kind: "release", user_id: "user_taras" }
        case "update":
          return {
            kind: "update",
            priority: task.priority > 1 ? "low" : "high",
          }
        case "wait":
          return waitUntil(later)
        case "cancel_order":
        case "claim":
        case "hang_up":
        case "reopen":
        case "resume":
        case "start_calling":
        case "withdraw_attempt":
          return what.command === "reopen" ? REOPEN : { kind: what.command }
        default:
          return null
      }
    default:
      return null
  }
}
