import fc from "fast-check"
import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
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
