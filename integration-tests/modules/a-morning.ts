import { monday } from "../../src/modules/follow-up/task/__tests__/task-fixture"
import {
  anAttempt,
  completion,
  OLENA,
  PETRO,
  waitUntil,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import type { QueueFilters } from "../../src/modules/follow-up/queue/queue-conditions"
import type { QueuePage } from "../../src/modules/follow-up/queue/select-queue"
import { openOne } from "./open-request"

/** The time at which the tests read the morning's queue. */
export const NOW = monday("10:30")

export const BY_DUE: QueuePage = {
  sort: { column: "due_at", descending: false },
  limit: 50,
  offset: 0,
}

/**
 * Six tasks, named after their orders:
 * - `late`: since 10:00, unassigned
 * - `claimed`: its target is at 10:40, assigned to Petro
 * - `waiting`: until 14:00, assigned to Olena
 * - `asked`: for another customer's number by 10:40, unassigned
 * - `answered`: reached, nothing is due
 * - `done`: completed by Olena
 */
export async function haveAMorning(
  service: FollowUpModuleService
): Promise<void> {
  const open = (order_id: string, time: string, facts = {}) =>
    openOne(service, { order_id, opened_at: monday(time), ...facts })
  const run = (task: { id: string }, command: Command, actor_id: string) =>
    service.runCommand({ task_id: task.id, command, actor_id }, monday("09:55"))

  await open("late", "09:00", { order_total: 100 })
  const claimed = await open("claimed", "10:20", { order_total: 300 })
  await run(claimed, { kind: "claim" }, PETRO)
  const waiting = await open("waiting", "09:50", { order_total: null })
  await run(waiting, { kind: "claim" }, OLENA)
  await run(waiting, waitUntil(monday("14:00")), OLENA)
  await open("asked", "09:40", {
    type: "complete_contact",
    customer_id: "cus_another",
    phone: null,
    phone_e164: null,
    order_total: 200,
  })
  const answered = await open("answered", "09:51")
  await run(answered, anAttempt({ outcome: "reached" }), PETRO)
  const done = await open("done", "09:52")
  await run(done, completion("confirmed"), OLENA)
}

/** The orders of the tasks in a list as Olena sees it, in the list's order. */
export async function ordersIn(
  service: FollowUpModuleService,
  filters: QueueFilters = {},
  page: Partial<QueuePage> = {},
  now = NOW
): Promise<(string | null)[]> {
  const { tasks, count } = await service.listQueue(
    filters,
    { ...BY_DUE, ...page },
    OLENA,
    now
  )
  expect(count).toBeGreaterThanOrEqual(tasks.length)
  return tasks.map(({ order_id }) => order_id)
}
