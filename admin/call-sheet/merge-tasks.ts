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
  return (
    active.find(({ follow_up }) => follow_up.phone_e164 !== null) ??
    active.find(({ follow_up }) => follow_up.phone !== null) ??
    active[0] ??
    tasks[0]
  )
}
