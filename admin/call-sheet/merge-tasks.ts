import type { FollowUp } from "../api/follow-up"
import type { TaskOfCall } from "../api/queries"
import { isClosed } from "../task/outcome-actions"

type Said = { follow_up: Pick<FollowUp, "id" | "as_of"> }

/**
 * The tasks of the call, each where the sheet has it and as it was read last: a
 * task that is settled stays, and one that joins the call comes last.
 */
export function mergeTasks<TTask extends Said>(
  shown: readonly TTask[],
  latest: readonly TTask[]
): TTask[] {
  const now = new Map(latest.map((said) => [said.follow_up.id, said]))
  const ids = new Set(shown.map(({ follow_up }) => follow_up.id))
  return [
    ...shown.map((said) => {
      const other = now.get(said.follow_up.id)
      return other && other.follow_up.as_of >= said.follow_up.as_of
        ? other
        : said
    }),
    ...latest.filter(({ follow_up }) => !ids.has(follow_up.id)),
  ]
}

type OfCall = {
  follow_up: Pick<FollowUp, "id"> & {
    call: Pick<NonNullable<FollowUp["call"]>, "person_id"> | null
  }
}

/**
 * Whether a task is still on the sheet of this call. One that is settled is; one
 * that is open in another's call, since a number turned out to be several
 * people's, is not.
 */
export const isOfCall = (
  { follow_up }: OfCall,
  latest: readonly OfCall[]
): boolean =>
  follow_up.call === null ||
  latest.some(
    (said) =>
      said.follow_up.id === follow_up.id ||
      said.follow_up.call?.person_id === follow_up.call?.person_id
  )

/** The open task to settle after this one, from the top again at the end. */
export function nextOpen<TTask extends Pick<FollowUp, "id" | "status">>(
  tasks: readonly TTask[],
  after: string
): TTask | undefined {
  const at = tasks.findIndex(({ id }) => id === after)
  return [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(at, 0))].find(
    (task) => !isClosed(task)
  )
}

/**
 * Whether a task's script only says once more what one above it says: it greets
 * and asks the same, about another order.
 */
export function isRepeated(
  tasks: readonly { follow_up: Pick<FollowUp, "type"> }[],
  index: number
): boolean {
  return tasks
    .slice(0, index)
    .some(({ follow_up }) => follow_up.type === tasks[index]?.follow_up.type)
}

type Answers = Pick<
  TaskOfCall["canned_answers"][number],
  "id" | "text" | "for_now"
>[]

/**
 * The canned answers of a task that no open task above it offers, as the customer
 * needs each but once. One that says something else about this task stays with
 * it, and so does one that is due now.
 */
export function answersOf<TAnswers extends Answers>(
  tasks: readonly {
    follow_up: Pick<FollowUp, "status">
    canned_answers: TAnswers
  }[],
  index: number
): TAnswers[number][] {
  const above = tasks
    .slice(0, index)
    .filter(({ follow_up }) => !isClosed(follow_up))
    .flatMap(({ canned_answers }) => canned_answers)
  return (tasks[index]?.canned_answers ?? []).filter(
    ({ id, text, for_now }) =>
      for_now || !above.some((one) => one.id === id && one.text === text)
  )
}

/** How many of the call's tasks are still to be settled; all once none is. */
export function leftIn(tasks: readonly Pick<FollowUp, "status">[]): number {
  return tasks.filter((task) => !isClosed(task)).length || tasks.length
}

/** The task with the number to call: what is true of all is recorded on it. */
export function contactOf(
  tasks: readonly TaskOfCall[]
): TaskOfCall | undefined {
  const active = tasks.filter(({ follow_up }) => !isClosed(follow_up))
  const id = active[0]?.follow_up.call?.contact.task_id
  return (
    active.find(({ follow_up }) => follow_up.id === id) ?? active[0] ?? tasks[0]
  )
}

/**
 * Whom the sheet shows. Who was called stays, also once the task that has the
 * number is settled; a number at which somebody else answered does not.
 *
 * @param said - the task to call about now
 */
export function whoIsCalled<
  TTask extends Pick<
    FollowUp,
    "id" | "phone" | "phone_e164" | "waiting_reason"
  >,
>(said: TTask, tasks: readonly TTask[], before: TTask | undefined): TTask {
  const stays =
    before !== undefined &&
    before.id !== said.id &&
    (said.phone_e164 === null || said.phone_e164 === before.phone_e164) &&
    !tasks.some((task) => task.id === before.id && isNumberWrong(task))
  if (stays) {
    return before
  }
  return isNumberWrong(said) ? { ...said, phone: null, phone_e164: null } : said
}

/** The numbers of these tasks at which somebody else answered, as typed. */
export function numbersFoundWrong(
  tasks: readonly Pick<FollowUp, "phone" | "waiting_reason">[]
): string[] {
  return [
    ...new Set(
      tasks.filter(isNumberWrong).flatMap(({ phone }) => phone?.trim() ?? [])
    ),
  ]
}

/** Somebody else answered, and the task waits for another number. */
const isNumberWrong = ({
  waiting_reason,
}: Pick<FollowUp, "waiting_reason">): boolean => waiting_reason === "new_number"

/** Whether another task of the call is about the task's order. */
export function hasOrderOf(
  { id, order_id }: Pick<FollowUp, "id" | "order_id">,
  tasks: readonly { follow_up: Pick<FollowUp, "id" | "order_id"> }[]
): boolean {
  return tasks.some(
    ({ follow_up }) => follow_up.id !== id && follow_up.order_id === order_id
  )
}

/** Names the order of a task, `#1042`, where the call is about several. */
export function orderNameIn(
  tasks: readonly { follow_up: Pick<FollowUp, "order_id"> }[]
): (task: Pick<FollowUp, "order_display_id">) => string | null {
  const orders = new Set(
    tasks.flatMap(({ follow_up }) => follow_up.order_id ?? [])
  )
  return ({ order_display_id: number }) =>
    orders.size > 1 && number !== null ? `#${number}` : null
}
