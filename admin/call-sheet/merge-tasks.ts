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
