import { waitsForNumber } from "../../src/modules/follow-up/task/waits-for-number"
import { callingNow } from "../../src/modules/follow-up"
import type { Task } from "../../src/modules/follow-up/task/task"

/** What the person of each task is, worked out in another way: by spreading. */
export function expectedGroups(
  tasks: Task[],
  shared: ReadonlySet<string>
): Task[][] {
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

export const sorted = (groups: Task[][]) =>
  groups.map((group) => group.map(({ id }) => id).sort()).sort()

export const isActive = ({ status }: Task) =>
  status === "open" || status === "waiting"

export const keyOf = (task: Task) => task.person_id

export function groupBy<Item>(
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
export function inOrder(one: Task, other: Task): number {
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

/** What the tasks of a call have in common, as often as it differs. */
export function statesOf(call: readonly Task[]): string[] {
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
export function callersOf(call: readonly Task[], now: Date): string[] {
  const callers = call.map((task) => JSON.stringify(callingNow(task, now)))
  return [...new Set(callers)]
}

/** A task's columns fit its status. */
export function expectWhole(task: Task): void {
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
export function expectOneAttempt(
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
