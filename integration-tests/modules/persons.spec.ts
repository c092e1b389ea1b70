import fc from "fast-check"
import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { callingNow } from "../../src/modules/follow-up"
import type { Task } from "../../src/modules/follow-up/task/task"
import { describeModule } from "./follow-up-module"
import { openOne } from "./open-request"

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

const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("open" as const), contact }),
  },
  fc.record({ kind: fc.constant("correct" as const), at: fc.nat(20), contact }),
  fc.record({
    kind: fc.constant("share" as const),
    key: fc.constantFrom(
      { kind: "phone" as const, value: "+380671234567" },
      { kind: "email" as const, value: "a@mail.example" }
    ),
    is_shared: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("attempt" as const),
    at: fc.nat(20),
    outcome: fc.constantFrom(
      "no_answer" as const,
      "reached" as const,
      "call_back_later" as const,
      "busy" as const
    ),
  }),
  fc.record({ kind: fc.constant("claim" as const), at: fc.nat(20) }),
  fc.record({ kind: fc.constant("complete" as const), at: fc.nat(20) })
)

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

describeModule("persons", ({ service }) => {
  const all = async (): Promise<Task[]> =>
    (
      await service.listQueue(
        {},
        {
          sort: { column: "opened_at", descending: false },
          limit: 500,
          offset: 0,
        },
        null,
        monday("12:00")
      )
    ).tasks

  it("puts every active task in exactly one call, and makes what an attempt does the same for all of it", async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 4, maxLength: 14 }),
        async (happenings) => {
          const mark = `r${round++}_`
          const shared = new Set<string>()
          const mine = (value: string | null) => value && `${mark}${value}`
          const ours = (one: Contact): Contact => ({
            customer_id: mine(one.customer_id),
            email: mine(one.email),
            phone_e164: one.phone_e164 && `${one.phone_e164}${round}`,
          })
          const here = async () =>
            (await all()).filter(({ dedupe_key }) =>
              dedupe_key?.startsWith(mark)
            )
          let now = monday("09:00")
          let opened = 0
          for (const each of happenings) {
            now = new Date(now.getTime() + 61_000)
            const tasks = await here()
            const active = tasks.filter(isActive)
            const target =
              "at" in each
                ? active[each.at % Math.max(1, active.length)]
                : undefined
            if (each.kind === "open") {
              await openOne(
                service,
                {
                  ...ours(each.contact),
                  opened_at: now,
                  dedupe_key: `${mark}${opened++}`,
                },
                now
              )
            } else if (each.kind === "share") {
              const value =
                each.key.kind === "phone"
                  ? `${each.key.value}${round}`
                  : `${mark}${each.key.value}`
              const name = `${each.key.kind}:${value}`
              if (each.is_shared) shared.add(name)
              else shared.delete(name)
              await service.shareContact(
                { ...each.key, value },
                each.is_shared,
                null,
                now
              )
            } else if (target) {
              await command(service, target, each, ours, now)
            }

            const after = await here()
            const groups = expectedGroups(after, shared)
            const byPerson = new Map<string, Task[]>()
            for (const task of after) {
              byPerson.set(task.person_id, [
                ...(byPerson.get(task.person_id) ?? []),
                task,
              ])
            }
            expect(sorted([...byPerson.values()])).toEqual(sorted(groups))
            for (const call of groups.map((group) => group.filter(isActive))) {
              const states = call.map(
                ({
                  status,
                  waiting_until,
                  waiting_reason,
                  assignee_id,
                  ladder,
                }) =>
                  JSON.stringify({
                    status,
                    waiting_until,
                    waiting_reason,
                    assignee_id,
                    ladder,
                  })
              )
              expect(new Set(states).size).toBeLessThanOrEqual(1)
              if (
                each.kind === "attempt" &&
                call.some(({ id }) => id === target?.id)
              ) {
                expect(
                  call.every(({ responded_at }) => responded_at !== null)
                ).toBe(true)
              }
            }
          }
        }
      ),
      { numRuns: 25 }
    )
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

      // Undone, only the outcome is: the call did happen.
      await does(second.id, olena, at(4))({ kind: "withdraw_attempt" })
      expect(await service.findTask(second.id)).toMatchObject({
        status: "open",
        attempt_count: 1,
        responded_at: at(2),
      })
      expect((await service.findTask(first.id))?.status).toBe("completed")
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

async function command(
  service: FollowUpModuleService,
  { id, order_id, order_display_id, currency_code, order_total, ...task }: Task,
  each:
    | { kind: "correct"; contact: Contact }
    | {
        kind: "attempt"
        outcome: "no_answer" | "reached" | "call_back_later" | "busy"
      }
    | { kind: "claim" }
    | { kind: "complete" },
  ours: (contact: Contact) => Contact,
  now: Date
): Promise<void> {
  const run = (
    command: Parameters<FollowUpModuleService["runCommand"]>[0]["command"],
    actor_id: string | null = "user_olena"
  ) => service.runCommand({ task_id: id, command, actor_id }, now)
  switch (each.kind) {
    case "correct":
      await run(
        {
          kind: "refresh",
          facts: {
            customer_name: task.customer_name,
            phone: task.phone,
            country_code: task.country_code,
            order_id,
            order_display_id,
            currency_code,
            order_total,
            ...ours(each.contact),
          },
        },
        null
      )
      return
    case "attempt":
      await run({
        kind: "record_attempt",
        channel: "phone",
        outcome: each.outcome,
        note: null,
        call_back_at:
          each.outcome === "call_back_later"
            ? new Date(now.getTime() + 3_600_000)
            : null,
        complete_with: null,
        received_phone: null,
      })
      return
    case "claim":
      await run({ kind: "claim" })
      return
    case "complete":
      await run({
        kind: "complete",
        outcome: "confirmed",
        note: null,
        received_phone: null,
      })
  }
}
