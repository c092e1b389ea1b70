import type { Command } from "../decide/command"
import type { Task, TaskStatus } from "../task"
import { aTask, monday } from "./task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  REOPEN,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

const NOW = monday("09:30")

/** Answered at 09:10, so that no deadline is in the way. */
const IN_STATUS: Record<TaskStatus, Task> = {
  open: aTask({ responded_at: monday("09:10"), due_at: null }),
  waiting: aTask({
    status: "waiting",
    responded_at: monday("09:10"),
    waiting_since: monday("09:10"),
    waiting_until: monday("09:40"),
    waiting_reason: "next_attempt",
    due_at: monday("09:40"),
  }),
  completed: aTask({
    status: "completed",
    responded_at: monday("09:10"),
    outcome: "confirmed",
    completed_at: monday("09:10"),
    due_at: null,
  }),
  canceled: aTask({
    status: "canceled",
    canceled_at: monday("09:10"),
    cancel_reason: "not_needed",
    due_at: null,
  }),
}

const COMMANDS = {
  assign: { kind: "assign", assignee_id: "user_petro" },
  claim: { kind: "claim" },
  "record an attempt": anAttempt(),
  wait: waitUntil(monday("12:00")),
  resume: { kind: "resume" },
  complete: completion("confirmed"),
  cancel: cancellation(),
  reopen: REOPEN,
  note: { kind: "note", note: "Rings at the gate" },
  refresh: {
    kind: "refresh",
    facts: { ...aTask(), customer_name: "Олена Іваненко" },
  },
} satisfies Record<string, Command>

type Case = [
  command: keyof typeof COMMANDS,
  status: TaskStatus,
  written: string[],
  becomes: TaskStatus,
]

const TAKES_EFFECT: Case[] = [
  ["assign", "open", ["assigned"], "open"],
  ["assign", "waiting", ["assigned"], "waiting"],
  ["claim", "open", ["assigned"], "open"],
  ["claim", "waiting", ["assigned"], "waiting"],
  ["record an attempt", "open", ["attempted", "waiting"], "waiting"],
  ["record an attempt", "waiting", ["attempted", "waiting"], "waiting"],
  ["wait", "open", ["waiting"], "waiting"],
  ["wait", "waiting", ["waiting"], "waiting"],
  ["resume", "waiting", ["resumed"], "open"],
  ["complete", "open", ["completed"], "completed"],
  ["complete", "waiting", ["completed"], "completed"],
  ["cancel", "open", ["canceled"], "canceled"],
  ["cancel", "waiting", ["canceled"], "canceled"],
  ["reopen", "completed", ["reopened"], "open"],
  ["reopen", "canceled", ["reopened"], "open"],
  ["note", "open", ["noted"], "open"],
  ["note", "waiting", ["noted"], "waiting"],
  ["note", "completed", ["noted"], "completed"],
  ["note", "canceled", ["noted"], "canceled"],
  ["refresh", "open", ["contact_changed"], "open"],
  ["refresh", "waiting", ["contact_changed"], "waiting"],
  ["refresh", "completed", ["contact_changed"], "completed"],
  ["refresh", "canceled", ["contact_changed"], "canceled"],
]

it.each(TAKES_EFFECT)(
  "%s on a task that is %s writes %j and leaves it %s",
  (command, status, written, becomes) => {
    const desk = new TaskInMemory(IN_STATUS[status])
    desk.run(COMMANDS[command], NOW)
    expect(desk.history).toEqual(written)
    expect(desk.task.status).toBe(becomes)
  }
)

it.each<[keyof typeof COMMANDS, TaskStatus]>([
  ["resume", "open"],
  ["reopen", "open"],
  ["reopen", "waiting"],
  ["complete", "completed"],
  ["cancel", "canceled"],
])("%s on a task that is %s has taken effect already", (command, status) => {
  const desk = new TaskInMemory(IN_STATUS[status])
  const decision = desk.run(COMMANDS[command], NOW)
  expect(decision).toEqual({ changes: {}, attempt: null, activities: [] })
})

it.each<[keyof typeof COMMANDS, TaskStatus, string]>([
  ["assign", "completed", "assigned"],
  ["assign", "canceled", "assigned"],
  ["claim", "completed", "assigned"],
  ["claim", "canceled", "assigned"],
  ["record an attempt", "completed", "attempted"],
  ["record an attempt", "canceled", "attempted"],
  ["wait", "completed", "put to waiting"],
  ["wait", "canceled", "put to waiting"],
  ["resume", "completed", "resumed"],
  ["resume", "canceled", "resumed"],
  ["complete", "canceled", "completed"],
  ["cancel", "completed", "canceled"],
])("%s is refused on a task that is %s", (command, status, attempted) => {
  const desk = new TaskInMemory(IN_STATUS[status])
  expect(desk.refusal(COMMANDS[command], NOW)).toBe(
    `This task is ${status} and cannot be ${attempted}; reopen it first`
  )
})

it.each(TAKES_EFFECT)(
  "%s sent again to a task that was %s changes nothing",
  (command, status) => {
    const desk = new TaskInMemory(IN_STATUS[status])
    desk.run(COMMANDS[command], NOW)
    const { task, history } = desk
    desk.run(COMMANDS[command], new Date(NOW.getTime() + 30_000))
    expect(desk.task).toEqual(task)
    expect(desk.history).toEqual(history)
  }
)

it("is each time written down with the moment at which it happened", () => {
  for (const [command, status] of TAKES_EFFECT) {
    const desk = new TaskInMemory(IN_STATUS[status])
    const { activities } = desk.run(COMMANDS[command], NOW, OLENA)
    expect(activities.map(({ occurred_at }) => occurred_at)).toEqual(
      activities.map(() => NOW)
    )
  }
})
