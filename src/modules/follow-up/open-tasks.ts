import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { activity, UNCHANGED } from "./decide/decision"
import { startClock } from "./decide/task-clock"
import { eventOf } from "./events"
import type { CompiledCalendar, Rules } from "./rules"
import { applyingCalendar, type RuleBook } from "./rules/rule-book"
import type { Playbook } from "./rules/playbook"
import { armTimers } from "./sql/arm-timer"
import { insertActivities, newActivityId } from "./sql/insert-history"
import { insertOutbox } from "./sql/insert-outbox"
import { insertTask } from "./sql/insert-task"
import type { Sql } from "./sql/sql"
import type { Contact, OrderPlace, OrderReference, Task } from "./task"
import { PRIORITIES } from "./vocabulary"
import { type Change, decided } from "./write-decisions"

/** What somebody asks to be opened. */
export type OpenRequest = Contact &
  OrderReference &
  Partial<OrderPlace> & {
    type: string
    /** When the thing happened: the timer counts from here. */
    opened_at: Date
    /** A second request with the same key opens nothing. Null: always opens. */
    dedupe_key: string | null
    /** The first that is switched on of its type, where none is chosen. */
    playbook_id?: string
  }

/**
 * Opens a task for each request whose type has a playbook that is switched on
 * and whose key is new, with its history, timer and event, in the caller's
 * transaction.
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
  const book = await rules.book(sql, now)
  const opened: Change[] = []
  for (const request of inKeyOrder(requests)) {
    refuseInvalidTime(request)
    refuseUnknownType(request, rules)
    const playbook = playbookFor(request, book)
    if (!playbook) {
      continue
    }
    const placed = { ...NOWHERE, ...request }
    const { calendar } = applyingCalendar(placed, playbook, book)
    const task = newTask(placed, playbook, rules.compile(calendar), now)
    if (await insertTask(sql, task)) {
      opened.push(await writeOpening(sql, task, playbook, rules, calendar, now))
    }
  }
  return opened
}

/** What a request leaves out is unknown. */
const NOWHERE: OrderPlace = {
  sales_channel_id: null,
  stock_location_id: null,
  region_id: null,
  locale: null,
}

async function writeOpening(
  sql: Sql,
  task: Task,
  playbook: Playbook,
  rules: Rules,
  calendar: RuleBook["calendars"][number],
  now: Date
): Promise<Change> {
  await insertActivities(sql, [
    {
      ...activity("opened", task.opened_at),
      id: newActivityId(),
      task_id: task.id,
      actor_id: null,
    },
  ])
  const { next } = decided(
    { task, actor_id: null, fired: new Set() },
    UNCHANGED,
    { playbook, calendar: rules.compile(calendar) }
  )
  await armTimers(sql, [{ task_id: task.id, next }], now)
  const event = eventOf("opened", task)
  return {
    task,
    event_ids: event ? await insertOutbox(sql, [event], now) : [],
  }
}

function playbookFor(
  { type, playbook_id }: OpenRequest,
  { playbooks }: RuleBook
): Playbook | undefined {
  return playbooks.find(
    (playbook) =>
      playbook.type === type &&
      playbook.enabled &&
      (playbook_id === undefined || playbook.id === playbook_id)
  )
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

function refuseUnknownType({ type }: OpenRequest, rules: Rules): void {
  if (!rules.types.has(type)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `type was "${type}"; it may be one of ${[...rules.types.keys()].join(", ")}`
    )
  }
}

function newTask(
  { playbook_id: _, ...request }: OpenRequest & OrderPlace,
  playbook: Playbook,
  calendar: CompiledCalendar,
  now: Date
): Task {
  const { definition } = playbook
  const clock = startClock(request.opened_at, definition, calendar.calendar)
  return {
    ...request,
    ...clock,
    id: generateEntityId(undefined, "futask"),
    status: "open",
    priority: PRIORITIES.indexOf(definition.priority),
    playbook_id: playbook.id,
    playbook_version: playbook.version,
    calendar_id: calendar.id,
    calendar_version: calendar.version,
    due_at: clock.response_target_at,
    assignee_id: null,
    responded_at: null,
    first_contact_at: null,
    waiting_since: null,
    waiting_until: null,
    waiting_reason: null,
    attempt_count: 0,
    ladder: {},
    wrong_phones: [],
    fallback: null,
    outcome: null,
    completed_at: null,
    canceled_at: null,
    cancel_reason: null,
    created_at: now,
    updated_at: now,
  }
}
