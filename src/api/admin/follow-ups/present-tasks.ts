import type { MedusaContainer } from "@medusajs/framework/types"
import {
  callingNow,
  type CallSummary,
  customerTimeZones,
  FOLLOW_UP_MODULE,
  isActive,
  naming,
  nextDeadline,
  otherNumbers,
  PRIORITIES,
  readTimer,
  runsOutFirst,
  type Task,
  type TaskRules,
} from "../../../modules/follow-up"
import { loadUsers, type UserFacts } from "../../../shop/users"
import { personOf } from "./present-people"
import type {
  AdminFollowUp,
  AdminFollowUpCall,
  AdminFollowUpAlone,
} from "./types"

/**
 * Returns a function that presents one of these tasks as the API does, its
 * timer as of `now`. Calendars and people are read once for all of them.
 */
export async function taskPresenter(
  tasks: Task[],
  now: Date,
  container: MedusaContainer
): Promise<(task: Task) => AdminFollowUp> {
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const calls = await followUp.listCalls(
    tasks.filter(isActive).map(({ person_id }) => person_id)
  )
  const counting = await followUp.listCounting(
    [...calls.values()]
      .filter(({ task_count }) => task_count > 1)
      .map(({ person_id }) => person_id)
  )
  const shown = [...tasks, ...[...counting.values()].flat()]
  const rulesOf = await followUp.rulesOf(shown)
  const people = await loadUsers(
    shown.flatMap(({ assignee_id, calling_by }) => [assignee_id, calling_by]),
    container
  )
  const { default_country } = followUp.settings
  const present = (task: Task) => presentTask(task, rulesOf(task), people, now)
  return (task) => {
    const first = runsOutFirst(
      task,
      counting.get(task.person_id) ?? [],
      (one) => rulesOf(one).calendar.calendar,
      now
    )
    return {
      ...present(task),
      other_phones: otherNumbers(task, default_country),
      call: presentCall(
        task,
        calls.get(task.person_id),
        first.id === task.id ? null : present(first),
        people,
        now
      ),
    }
  }
}

function presentTask(
  task: Task,
  { type, playbook, calendar }: TaskRules,
  people: ReadonlyMap<string, UserFacts>,
  now: Date
): AdminFollowUpAlone {
  const timer = readTimer(task, calendar.calendar, now)
  return {
    id: task.id,
    type: task.type,
    status: task.status,
    data: task.data,
    order_id: task.order_id,
    order_display_id: task.order_display_id,
    customer_id: task.customer_id,
    customer_name: task.customer_name,
    email: task.email,
    phone: task.phone,
    phone_e164: task.phone_e164,
    country_code: task.country_code,
    customer_time_zones: [...customerTimeZones(task.country_code, now)],
    currency_code: task.currency_code,
    order_total: task.order_total,
    assignee: personOf(task.assignee_id, people),
    opened_at: task.opened_at.toISOString(),
    response_target_at: task.response_target_at.toISOString(),
    response_limit_at: task.response_limit_at.toISOString(),
    resolution_limit_at: iso(task.resolution_limit_at),
    responded_at: iso(task.responded_at),
    first_contact_at: iso(task.first_contact_at),
    deadline_at: iso(nextDeadline(task, now)?.at ?? null),
    due_at: iso(task.due_at),
    waiting_until: iso(task.waiting_until),
    waiting_reason: task.waiting_reason,
    attempt_count: task.attempt_count,
    outcome: task.outcome,
    completed_at: iso(task.completed_at),
    canceled_at: iso(task.canceled_at),
    cancel_reason: task.cancel_reason,
    priority: PRIORITIES[task.priority] ?? "normal",
    fallback: isActive(task) ? task.fallback : null,
    when_order_off: playbook.definition.when_order_off ?? "ask",
    customer_comment: task.customer_comment,
    wrong_phones: task.wrong_phones,
    allowed_outcomes: type.outcomes.map(({ outcome }) => outcome),
    reached_outcomes: type.outcomes
      .filter(({ group }) => group === "reached")
      .map(({ outcome }) => outcome),
    calendar: {
      ...naming(calendar),
      time_zone: calendar.definition.time_zone,
    },
    playbook: naming(playbook),
    timer: {
      ...timer,
      next_change_at: iso(timer.next_change_at),
      opens_at: iso(timer.opens_at),
    },
    created_at: task.created_at.toISOString(),
    updated_at: task.updated_at.toISOString(),
  }
}

function presentCall(
  task: Task,
  call: CallSummary | undefined,
  runs_out_first: AdminFollowUpAlone | null,
  people: ReadonlyMap<string, UserFacts>,
  now: Date
): AdminFollowUpCall | null {
  if (!isActive(task) || !call) {
    return null
  }
  const calling = callingNow(task, now)
  const actor = personOf(calling?.user_id, people)
  return {
    ...call,
    runs_out_first,
    calling: calling && actor && { actor, since: calling.since.toISOString() },
  }
}

/** An instant as the API returns it. */
export function iso(instant: Date | string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}
