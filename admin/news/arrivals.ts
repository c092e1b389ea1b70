import type { AdminFollowUp } from "../../src/api/admin/follow-ups/types"

/** Clocks of several instances differ by less. */
const CLOCKS_DIFFER_MS = 60_000

type Task = Pick<AdminFollowUp, "id" | "created_at" | "assignee">

/**
 * The tasks that were opened since then, for me or for nobody yet. Those that
 * only moved, came back or were reopened are not among them.
 *
 * @param known - the ids of those that were there before, or were told of
 * @param since - in milliseconds since the epoch
 */
export function arrivals<TTask extends Task>(
  tasks: readonly TTask[],
  {
    known,
    since,
    me,
  }: { known: ReadonlySet<string>; since: number; me: string | undefined }
): TTask[] {
  return tasks.filter(
    ({ id, created_at, assignee }) =>
      !known.has(id) &&
      Date.parse(created_at) > since - CLOCKS_DIFFER_MS &&
      (assignee === null || assignee.id === me)
  )
}
