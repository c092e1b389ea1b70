import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { BusinessCalendar } from "../../business-time"
import type { Change } from "./apply-decision"
import { activity } from "./decide/decision"
import { eventOf } from "./events"
import type { Playbook } from "./playbooks"
import type { Rules } from "./rules"
import { armTimer } from "./sql/arm-timer"
import { insertActivity } from "./sql/insert-history"
import { insertOutboxEvent } from "./sql/insert-outbox-event"
import { insertTask } from "./sql/insert-task"
import type { Sql } from "./sql/sql"
import type { Contact, OrderReference, Task } from "./task"
import { nextTimerStep } from "./timer-step"

/** What somebody asks to be opened. */
export type OpenRequest = Contact &
  OrderReference & {
    type: string
    /** When the thing happened: the timer counts from here. */
    opened_at: Date
    /** A second request with the same key opens nothing. Null: always opens. */
    dedupe_key: string | null
  }

/**
 * Opens a task for each request whose type is switched on and whose key is
 * new, with its history, timer and event, in the caller's transaction.
 *
 * @returns what was opened by this call
 * @throws MedusaError INVALID_DATA for an unknown type or a time that is none
 */
export async function openTasks(
  sql: Sql,
  requests: OpenRequest[],
  rules: Rules,
  now: Date
): Promise<Change[]> {
  const { id: calendar_id, calendar } = await rules.currentCalendar(sql, now)
  const opened: Change[] = []
  for (const request of inKeyOrder(requests)) {
    refuseInvalidTime(request)
    const playbook = rules.playbookToOpen(request.type)
    if (!rules.isSwitchedOn(request.type)) {
      continue
    }
    const task: Task = {
      ...newTask(request, playbook, calendar),
      calendar_id,
      created_at: now,
      updated_at: now,
    }
    if (!(await insertTask(sql, task))) {
      continue
    }
    await insertActivity(sql, task.id, activity("opened", task.opened_at), null)
    await armTimer(sql, task.id, nextTimerStep(task, new Set()), now)
    const event = eventOf("opened", task)
    opened.push({
      task,
      event_ids: event ? [await insertOutboxEvent(sql, event, now)] : [],
    })
  }
  return opened
}

/**
 * A key is taken until its transaction ends. Two calls that took the same keys
 * in two orders would wait for each other for ever.
 */
function inKeyOrder(requests: OpenRequest[]): OpenRequest[] {
  const key = ({ dedupe_key }: OpenRequest) => dedupe_key ?? ""
  return [...requests].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
  )
}

function refuseInvalidTime({ opened_at }: OpenRequest): void {
  if (Number.isNaN(opened_at.getTime())) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `opened_at was ${opened_at}; it may be a time such as 2026-11-21T09:00:00Z`
    )
  }
}

function newTask(
  request: OpenRequest,
  playbook: Playbook,
  calendar: BusinessCalendar
): Omit<Task, "calendar_id" | "created_at" | "updated_at"> {
  const after = (minutes: number) =>
    calendar.add(request.opened_at, minutes * 60)
  const response_target_at = after(playbook.response_target_minutes)
  return {
    ...request,
    id: generateEntityId(undefined, "futask"),
    status: "open",
    playbook_id: playbook.id,
    playbook_version: playbook.version,
    response_target_at,
    response_limit_at: after(playbook.response_limit_minutes),
    due_at: response_target_at,
    assignee_id: null,
    responded_at: null,
    first_contact_at: null,
    waiting_since: null,
    waiting_until: null,
    waiting_reason: null,
    attempt_count: 0,
    outcome: null,
    completed_at: null,
    canceled_at: null,
    cancel_reason: null,
  }
}
