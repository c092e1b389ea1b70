import type { QueryClient } from "@tanstack/react-query"
import type { FollowUp } from "./follow-up"
import { followUpKeys } from "./keys"
import type { CallSheet } from "./queries"

/**
 * Writes the task that a command returned into every cached answer that shows
 * it. Cancels requests sent before the command: their answers may arrive later
 * with older data.
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
  client.setQueryData<{ follow_up: FollowUp }>(
    followUpKeys.detail(task.id),
    (shown) => shown && { ...shown, follow_up: task }
  )
  client.setQueriesData<CallSheet>(
    { queryKey: followUpKeys.callSheets },
    (sheet) =>
      sheet && {
        ...sheet,
        tasks: sheet.tasks.map((said) =>
          said.follow_up.id === task.id ? { ...said, follow_up: task } : said
        ),
      }
  )
}
