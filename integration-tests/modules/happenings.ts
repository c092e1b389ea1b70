import fc from "fast-check"
import {
  anAttempt,
  cancellation,
  completion,
  REOPEN,
  waitUntil,
  WITHDRAW,
} from "../../src/modules/follow-up/task/__tests__/task-in-memory"
import type { AttemptOutcome } from "../../src/desk/attempts"
import type { Command } from "../../src/modules/follow-up/task/decide/command"
import { Refusal } from "../../src/refusals"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import type { Task } from "../../src/modules/follow-up/task/task"

export type Contact = Pick<Task, "customer_id" | "email" | "phone_e164">

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
export const happening = fc.oneof(
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
        "customer_answered",
        "deed",
        "deed",
        "hang_up",
        "hang_up",
        "no_reply",
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

export type Happening =
  typeof happening extends fc.Arbitrary<infer One> ? One : never

/** Does it, if the state of the task allows it. */
export async function run(
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
        case "customer_answered":
          return { kind: what.command, needs_call: false }
        case "no_reply":
          return {
            kind: what.command,
            asked_at: new Date(later.getTime() - 86_400_000),
            ended_at: later,
          }
        case "deed":
          return {
            kind: what.command,
            outcome: null,
            note: null,
            received_phone: null,
          }
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
