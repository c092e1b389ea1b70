import { numbersIn } from "../../contact/phone"
import { pausedAt, runningAt } from "../clock/task-clock"
import { requestKey } from "../number-request"
import type { Task, WaitingReason } from "../task"
import { waitsForNumber } from "../waits-for-number"
import type { RecordAttempt } from "./command"
import { activity, type Decision, type Situation } from "./decision"
import { giveUp } from "./fallback"
import { climb, waitReason } from "./retry-ladder"
import { NOT_WAITING } from "./waiting"

type AfterAttempt = Pick<Decision, "changes" | "activities" | "open">

/** What happens to the task between this attempt and the next. */
export function afterAttempt(
  situation: Situation,
  command: RecordAttempt
): AfterAttempt {
  const { now } = situation
  if (command.outcome === "reached") {
    return {
      changes: {
        ...runningAt(situation, now),
        ...NOT_WAITING,
        status: "open",
        due_at: null,
        ladder: {},
        fallback: null,
      },
      activities: [],
    }
  }
  if (command.call_back_at) {
    const waits = waitFor(situation, command.call_back_at, "call_back")
    return { ...waits, changes: { ...waits.changes, ladder: {} } }
  }
  if (command.outcome === "wrong_number" && situation.type.gets !== "phone") {
    return askForNumber(situation)
  }
  const { ladder, next } = climb(situation, command.outcome)
  const after = next
    ? waitFor(situation, next, waitReason(command.outcome))
    : giveUp(situation)
  return { ...after, changes: { ...after.changes, ladder } }
}

/**
 * What happens to another task of the call. A wrong number is wrong for the
 * tasks that have it, and asked for once; the others can still be called.
 */
export function afterSharedAttempt(
  situation: Situation,
  command: RecordAttempt,
  lead: Task
): AfterAttempt {
  const { task } = situation
  if (command.outcome === "reached" || command.call_back_at) {
    return afterAttempt(situation, command)
  }
  const unchanged = { changes: {}, activities: [] }
  if (waitsForNumber(task)) {
    return unchanged
  }
  if (waitsForNumber(lead)) {
    return sameNumber(task, lead) && situation.type.gets !== "phone"
      ? { ...askForNumber(situation), open: undefined }
      : unchanged
  }
  const { ladder } = lead
  if (lead.status === "waiting" && lead.waiting_reason) {
    const waits = waitFor(situation, lead.waiting_until, lead.waiting_reason)
    return { ...waits, changes: { ...waits.changes, ladder } }
  }
  const { assignee_id } = lead
  const after = giveUp(situation)
  return { ...after, changes: { ...after.changes, ladder, assignee_id } }
}

function sameNumber(one: Task, other: Task): boolean {
  return one.phone_e164 || other.phone_e164
    ? one.phone_e164 === other.phone_e164
    : one.phone === other.phone
}

/** The customer cannot be called: a separate task asks for their number. */
function askForNumber(situation: Situation): AfterAttempt {
  const { task, now, phone_type } = situation
  const wrong_phones = [
    ...new Set([...task.wrong_phones, ...calledNumber(situation)]),
  ]
  const waits = waitFor(situation, null, "new_number")
  const after = {
    ...waits,
    changes: { ...waits.changes, wrong_phones, ladder: {} },
  }
  const isAskedFor =
    task.waiting_reason === "new_number" &&
    wrong_phones.length === task.wrong_phones.length
  if (isAskedFor) {
    return after
  }
  if (phone_type === null) {
    return { ...after, open: [] }
  }
  return {
    ...after,
    open: [
      {
        type: phone_type,
        opened_at: now,
        dedupe_key: requestKey(phone_type, { id: task.id, wrong_phones }),
        customer_id: task.customer_id,
        customer_name: task.customer_name,
        email: task.email,
        phone: null,
        phone_e164: null,
        country_code: task.country_code,
        order_id: task.order_id,
        order_display_id: task.order_display_id,
        currency_code: task.currency_code,
        order_total: task.order_total,
        customer_comment: task.customer_comment,
        sales_channel_id: task.sales_channel_id,
        stock_location_id: task.stock_location_id,
        region_id: task.region_id,
        locale: task.locale,
      },
    ],
  }
}

/** As it was typed; of several in one text, the one that was called. */
function calledNumber({ task, default_country }: Situation): string[] {
  const { phone, phone_e164, country_code } = task
  const isOneOfSeveral =
    numbersIn(phone, country_code ?? default_country).length > 1
  const called = isOneOfSeveral ? phone_e164 : phone
  return called ? [called] : []
}

/** @param until - null: until an event resumes the task */
function waitFor(
  situation: Situation,
  until: Date | null,
  waiting_reason: WaitingReason
): Pick<Decision, "changes" | "activities"> {
  const { now } = situation
  return {
    changes: {
      ...pausedAt(situation, now),
      status: "waiting",
      due_at: until,
      waiting_since: now,
      waiting_until: until,
      waiting_reason,
      fallback: null,
    },
    activities: [
      activity("waiting", now, { until: until?.toISOString(), waiting_reason }),
    ],
  }
}
