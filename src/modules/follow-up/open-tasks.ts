import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { assigns, chooseForNewTask } from "./choose-for-new-task"
import { startClock } from "./decide/task-clock"
import type { Rules } from "./rules"
import type { Chosen } from "./rules/choose-assignee"
import { applyingCalendar, type RuleBook } from "./rules/rule-book"
import type { Playbook } from "./rules/playbook"
import type { SafeReason } from "./rules/safe-orders"
import { lockAssignment, updateTurn } from "./sql/assignment"
import { insertTask } from "./sql/insert-task"
import type { Sql } from "./sql/sql"
import type { Contact, OrderPlace, OrderReference, Task } from "./task"
import { PRIORITIES } from "./vocabulary"
import type { Change } from "./write-decisions"
import { type NewTaskRules, writeOpening } from "./write-opening"

/** What somebody asks to be opened. */
export type OpenRequest = Contact &
  OrderReference &
  Partial<OrderPlace> & {
    type: string
    /** When the thing happened: the timer counts from here. */
    opened_at: Date
    /** A second request with the same key opens nothing. Null: always opens. */
    dedupe_key: string | null
    /** Of the type; the first that is switched on, where none is chosen. */
    playbook_id?: string
    /** Why the order is safe: its task is completed as it is opened. */
    auto_confirm?: { reasons: SafeReason[] }
    /** A safe order that is called all the same, as a sample. */
    audit?: boolean
  }

/**
 * Opens a task for each request whose type has a playbook that is switched on
 * and whose key is new, with its history, timer and event, in the caller's
 * transaction.
 *
 * @param people - the users that a playbook may give the tasks to
 * @returns what was opened by this call
 * @throws MedusaError INVALID_DATA for an unknown type, a time that is none, or
 * a playbook that is none of the type
 */
export async function openTasks(
  sql: Sql,
  requests: OpenRequest[],
  rules: Rules,
  now: Date,
  people: ReadonlySet<string> = new Set()
): Promise<Change[]> {
  requests.forEach(refuseInvalidTime)
  requests.forEach((request) => refuseUnknownType(request, rules))
  const book = await rules.book(sql, now)
  requests.forEach((request) => refuseUnknownPlaybook(request, book))
  const openings = inKeyOrder(requests).flatMap((request): Opening[] => {
    const playbook = playbookFor(request, book)
    return playbook ? [{ request, playbook }] : []
  })
  // Before any key is taken: who holds it and who holds the key must not wait for each other.
  const isShared = people.size > 0 && openings.some(isAssigned)
  if (isShared) {
    await lockAssignment(sql)
  }
  const opened: Change[] = []
  for (const opening of openings) {
    const { request, playbook } = opening
    const placed = { ...NOWHERE, ...request }
    const { calendar } = applyingCalendar(placed, playbook, book)
    const taskRules = { playbook, calendar: rules.compile(calendar) }
    const chosen =
      isShared && isAssigned(opening)
        ? await chooseForNewTask(sql, request, playbook, people)
        : null
    const task = newTask(placed, taskRules, chosen, now)
    if (await insertTask(sql, task)) {
      if (chosen?.by === "turn") {
        await updateTurn(sql, playbook.id, chosen.assignee_id)
      }
      opened.push(await writeOpening(sql, task, request, taskRules, now))
    }
  }
  return opened
}

const NOWHERE: OrderPlace = {
  sales_channel_id: null,
  stock_location_id: null,
  region_id: null,
  locale: null,
}

type Opening = { request: OpenRequest; playbook: Playbook }

/** Nobody needs to have what is completed as it is opened. */
function isAssigned({ request, playbook }: Opening): boolean {
  return !request.auto_confirm && assigns(playbook)
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

function refuseUnknownPlaybook(
  { type, playbook_id }: OpenRequest,
  { playbooks }: RuleBook
): void {
  const ids = playbooks
    .filter((playbook) => playbook.type === type)
    .map(({ id }) => id)
  if (playbook_id !== undefined && !ids.includes(playbook_id)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `playbook_id was "${playbook_id}"; ${ids.length > 0 ? `it may be the id of a playbook of the type ${type}: ${ids.join(", ")}` : `it may be left out only: the type ${type} has no playbook`}`
    )
  }
}

function newTask(
  {
    playbook_id: _,
    auto_confirm: __,
    audit: ___,
    ...request
  }: OpenRequest & OrderPlace,
  { playbook, calendar }: NewTaskRules,
  chosen: Chosen | null,
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
    assignee_id: chosen?.assignee_id ?? null,
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
