import type { OpenRequest } from "../task/open-request"
import { generateEntityId } from "@medusajs/framework/utils"
import { Refusal } from "../../../refusals"
import { assigns, chooseForNewTask } from "./choose-for-new-task"
import { startClock } from "../task/clock/task-clock"
import { type NotOpenedReason, playbookOfRequest } from "./playbook-of-request"
import type { RuleVersions } from "../rules/rule-versions"
import type { Chosen } from "./choose-assignee"
import { applyingCalendar } from "../rules/rule-book"
import { type Playbook } from "../rules/playbooks/playbook"
import { PRIORITIES } from "../../../desk/playbook"
import { lockAssignment, updateTurn } from "./assignment"
import { reopenByKey, selectPersonsOfKeys } from "./reopen-by-key"
import { insertTask } from "../task/sql/insert-task"
import type { Sql } from "../../../postgres/sql"
import { newId } from "../../../postgres/new-id"
import { personKeys } from "../contact/person"
import { isActive } from "../task/is-active"
import { joinCalls, joinLead } from "../task/join-calls"
import { findPerson, lockPersonsOf, regroupPersons } from "../task/persons"
import { selectLead, updateLeadsFor } from "../task/sql/leads"
import { selectTask } from "../task/sql/select-task"
import type { OrderPlace, Task } from "../task/task"
import type { Change } from "../task/write-decisions"
import { type NewTaskRules, writeOpening } from "./write-opening"

/** The result of some requests. */
export type Outcome = {
  opened: Change[]
  /** Closed tasks whose key was requested again. */
  reopened: Change[]
  /** The requests that opened nothing, by their index. */
  not_opened: { index: number; reason: NotOpenedReason }[]
}

/**
 * Opens a task for each request with a new key that an enabled playbook
 * matches, with its history, timer and event, in the caller's transaction.
 *
 * @param people - the users that a playbook may assign tasks to
 * @throws Refusal for an unknown type, an invalid time, or a playbook of
 * another type
 */
export async function openTasks(
  sql: Sql,
  requests: OpenRequest[],
  rules: RuleVersions,
  now: Date,
  people: ReadonlySet<string> = new Set()
): Promise<Outcome> {
  requests.forEach(refuseInvalidTime)
  requests.forEach((request) => refuseUnknownType(request, rules))
  const book = await rules.book(sql, now)
  const outcome: Outcome = { opened: [], reopened: [], not_opened: [] }
  const openings = requests.flatMap((request, index): Opening[] => {
    const playbook = playbookOfRequest(request, book, rules.default_country)
    if (typeof playbook === "string") {
      outcome.not_opened.push({ index, reason: playbook })
      return []
    }
    return [{ index, request, playbook }]
  })
  const contacts = openings.flatMap(({ request }) => personKeys(request))
  await lockPersonsOf(
    sql,
    contacts,
    await selectPersonsOfKeys(sql, openings, rules)
  )
  // Before any key is taken: otherwise a transaction with the lock and one with
  // the key could wait for each other.
  const isShared = people.size > 0 && openings.some(isAssigned)
  if (isShared) {
    await lockAssignment(sql)
  }
  for (const opening of inKeyOrder(openings)) {
    const { index, request, playbook } = opening
    const placed = { ...NOWHERE, ...request }
    const { calendar } = applyingCalendar(placed, playbook, book)
    const taskRules = { playbook, calendar: rules.compile(calendar) }
    const { person_id, is_new, others } = await findPerson(sql, request)
    const lead = is_new ? null : await selectLead(sql, person_id)
    const chosen =
      isShared && isAssigned(opening) && !lead?.assignee_id
        ? await chooseForNewTask(sql, person_id, playbook, people)
        : null
    const task = newTask(placed, person_id, taskRules, chosen, now)
    if (!(await insertTask(sql, task, lead === null))) {
      const reopened = await reopenByKey(sql, request, rules, now)
      if (reopened) {
        outcome.reopened.push(reopened)
      } else {
        outcome.not_opened.push({ index, reason: "known_key" })
      }
      continue
    }
    if (chosen?.by === "turn") {
      await updateTurn(sql, playbook.id, chosen.assignee_id)
    }
    const opened = await writeOpening(sql, task, request, taskRules, now)
    outcome.opened.push(opened)
    if (others.length > 0) {
      const regrouped = await regroupPersons(sql, [person_id, ...others])
      await joinCalls(sql, regrouped.person_ids, rules, now)
      opened.task = (await selectTask(sql, task.id)) ?? opened.task
    } else if (lead !== null && isActive(opened.task)) {
      const joined = await joinLead(sql, opened.task, lead, rules, now)
      opened.task =
        joined.find((each) => each.task.id === task.id)?.task ?? opened.task
      await updateLeadsFor(sql, opened.task)
    }
  }
  outcome.not_opened.sort((a, b) => a.index - b.index)
  return outcome
}

/**
 * The tasks that these requests would open if their keys are new; nothing is
 * written, and nobody is assigned.
 */
export async function tryOpening(
  sql: Sql,
  requests: OpenRequest[],
  rules: RuleVersions,
  now: Date
): Promise<Task[]> {
  const book = await rules.book(sql, now)
  return requests.flatMap((request) => {
    const playbook = playbookOfRequest(request, book, rules.default_country)
    if (typeof playbook === "string") {
      return []
    }
    const placed = { ...NOWHERE, ...request }
    const { calendar } = applyingCalendar(placed, playbook, book)
    const taskRules = { playbook, calendar: rules.compile(calendar) }
    return [newTask(placed, newId("fuperson"), taskRules, null, now)]
  })
}

const NOWHERE: OrderPlace = {
  sales_channel_id: null,
  stock_location_id: null,
  region_id: null,
  locale: null,
}

type Opening = { index: number; request: OpenRequest; playbook: Playbook }

/** A task that is completed as it is opened needs no assignee. */
function isAssigned({ request, playbook }: Opening): boolean {
  return !request.auto_confirm && assigns(playbook)
}

/**
 * A key is held until its transaction ends. Two calls that took the same keys
 * in different orders would deadlock.
 */
function inKeyOrder(openings: Opening[]): Opening[] {
  const key = ({ request }: Opening) => request.dedupe_key ?? ""
  return [...openings].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
  )
}

function refuseInvalidTime({ opened_at }: OpenRequest): void {
  if (Number.isNaN(opened_at.getTime())) {
    throw new Refusal("no_moment", { got: String(opened_at) }, ["opened_at"])
  }
}

function refuseUnknownType({ type }: OpenRequest, rules: RuleVersions): void {
  if (!rules.types.has(type)) {
    throw new Refusal(
      "unknown_word",
      { was: type, allowed: [...rules.types.keys()] },
      ["type"]
    )
  }
}

function newTask(
  {
    playbook_id: _,
    if_closed: __,
    trigger: ___,
    judgement: ____,
    auto_confirm: _____,
    audit: ______,
    ...request
  }: OpenRequest & OrderPlace,
  person_id: string,
  { playbook, calendar }: NewTaskRules,
  chosen: Chosen | null,
  now: Date
): Task {
  const { definition } = playbook
  const clock = startClock(request.opened_at, definition, calendar)
  return {
    ...request,
    ...clock,
    data: request.data ?? {},
    id: generateEntityId(undefined, "futask"),
    person_id,
    status: "open",
    priority: PRIORITIES.indexOf(definition.priority),
    playbook_id: playbook.id,
    playbook_version: playbook.version,
    calendar_id: calendar.id,
    calendar_version: calendar.version,
    due_at: clock.response_target_at,
    assignee_id: chosen?.assignee_id ?? null,
    calling_by: null,
    calling_since: null,
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
