import type { QueryClient } from "@tanstack/react-query"
import type { FollowUp } from "./follow-up"
import { followUpKeys } from "./keys"

/**
 * Puts a task, as a command returned it, into every answer that shows it. What
 * was asked for before the command is dropped: it may arrive later and be older.
 */
export async function keepTask(
  client: QueryClient,
  task: FollowUp
): Promise<void> {
  for (const queryKey of [
    followUpKeys.lists,
    followUpKeys.details,
    followUpKeys.callSheets,
  ]) {
    await client.cancelQueries({ queryKey })
  }
  client.setQueriesData<{ follow_ups: FollowUp[]; count: number }>(
    { queryKey: followUpKeys.lists },
    (list) =>
      list && {
        ...list,
        follow_ups: list.follow_ups.map((listed) =>
          listed.id === task.id ? task : listed
        ),
      }
  )
  client.setQueriesData<{ follow_up: FollowUp }>(
    {
      queryKey: followUpKeys.all,
      predicate: ({ queryKey }) =>
        (queryKey[1] === "detail" || queryKey[1] === "call-sheet") &&
        queryKey[2] === task.id,
    },
    (shown) => shown && { ...shown, follow_up: task }
  )
}
