import { typeForPhone } from "../rules/settings"
import type { Planning } from "./plan"
import type { Command } from "../task/decide/command"
import { isAskedFor } from "../task/number-request"
import { isCallable } from "../contact/phone"
import { numberToCall } from "../contact/number-to-call"
import type { Task } from "../task/task"
import type { Contact } from "../contact/contact"
import { waitsForNumber } from "../task/waits-for-number"

/**
 * For a task that waits for a new number: it resumes once there is one, and
 * falls back once nobody is being asked for one any more.
 *
 * @param contact - whom to call, without wrong numbers
 * @param tasks - including the requests for the number
 */
export function planNewNumber(
  task: Task,
  { phone, country_code }: Contact,
  tasks: Task[],
  planning: Pick<Planning, "default_country" | "types">
): Command[] {
  if (!waitsForNumber(task)) {
    return []
  }
  if (isCallable(phone, country_code ?? planning.default_country)) {
    return [{ kind: "resume" }]
  }
  return isAskedFor(typeForPhone(planning), task, tasks)
    ? []
    : [{ kind: "give_up_calling" }]
}

/**
 * The same for a task without an order and a customer: its number comes only
 * from its requests.
 */
export function planNumberOfStranger(
  task: Task,
  requests: Task[],
  planning: Pick<Planning, "default_country" | "types">
): Command[] {
  const { phone, phone_e164 } = numberToCall([], [task, ...requests], planning)
  const facts = { ...task, phone, phone_e164 }
  return [
    ...(phone === null ? [] : [{ kind: "refresh" as const, facts }]),
    ...planNewNumber(task, facts, requests, planning),
  ]
}
