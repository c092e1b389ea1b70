import { numbersReceived, wrongNumbers } from "../contact/contact-of-order"
import type { Command } from "../task/decide/command"
import { isActive } from "../task/is-active"
import { requestKeys } from "../task/number-request"
import { isCallable, toE164 } from "../contact/phone"
import type { Task } from "../task/task"
import type { Contact } from "../contact/contact"
import { waitsForNumber } from "../task/waits-for-number"

/**
 * Where a task waits for a new number: it goes on with one that is there, and
 * turns to its fallback when nobody is being asked for one any more.
 *
 * @param contact - whom to call, wrong numbers passed over
 * @param tasks - among which the requests for the number are
 */
export function planNewNumber(
  task: Task,
  { phone, country_code }: Contact,
  tasks: Task[],
  default_country: string | null
): Command[] {
  if (!waitsForNumber(task)) {
    return []
  }
  if (isCallable(phone, country_code ?? default_country)) {
    return [{ kind: "resume" }]
  }
  const keys = requestKeys(task)
  const isAsked = tasks.some(
    (other) => isActive(other) && keys.includes(other.dedupe_key ?? "")
  )
  return isAsked ? [] : [{ kind: "give_up_calling" }]
}

/**
 * The same for a task that is about no order and no customer: its number comes
 * from its requests alone.
 */
export function planNumberOfStranger(
  task: Task,
  requests: Task[],
  default_country: string | null
): Command[] {
  const country = task.country_code ?? default_country
  const isWrong = wrongNumbers([task], country)
  const phone =
    numbersReceived(requests)
      .flatMap(({ phone }) => phone ?? [])
      .find((phone) => !isWrong(phone)) ?? null
  const facts = { ...task, phone, phone_e164: toE164(phone, country) }
  return [
    ...(phone === null ? [] : [{ kind: "refresh" as const, facts }]),
    ...planNewNumber(task, facts, requests, default_country),
  ]
}
