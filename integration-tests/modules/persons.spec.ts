import fc from "fast-check"
import {
  friday,
  kyivShop,
  monday,
} from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { EscalationStep } from "../../src/desk/playbook"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { isLate } from "../../src/modules/follow-up/task/clock/deadlines"
import { readTimer } from "../../src/modules/follow-up/task/clock/read-timer"
import { requestKeys } from "../../src/modules/follow-up/task/number-request"
import type { Task } from "../../src/modules/follow-up/task/task"
import { describeModule } from "./follow-up-module"
import { aRequest, openOne } from "./open-request"
import { happening, type Contact, run } from "./happenings"
import {
  expectedGroups,
  sorted,
  isActive,
  keyOf,
  groupBy,
  inOrder,
  statesOf,
  callersOf,
  expectWhole,
  expectOneAttempt,
} from "./whole-calls"

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

/**
 * The same things happen in every run. `PERSONS_SEED=…` lets others happen, and
 * `PERSONS_RUNS=…` more of them.
 */
const SEED = Number(process.env.PERSONS_SEED ?? 20261128)
const RUNS = Number(process.env.PERSONS_RUNS ?? 20)

/** In one tick; more mean that one of them is due for ever. */
const MOST_BATCHES = 100

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
    for (let fired = 0; ; fired++) {
      const changes = await service.fireDueTimers(now, 50)
      if (changes.length === 0) {
        return
      }
      if (fired === MOST_BATCHES) {
        throw new Error(`Still due: ${JSON.stringify(changes)}`)
      }
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
            const isAttempt =
              what.kind === "attempt" ||
              what.kind === "write" ||
              (what.kind === "run" && what.command === "deed")
            if (target && isAttempt) {
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
      // What is found is told at once: making it shorter takes minutes.
      { numRuns: RUNS, endOnFailure: true, seed: SEED }
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
})
