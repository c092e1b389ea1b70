import { useQueryClient } from "@tanstack/react-query"
import type { FollowUp } from "./follow-up"
import { followUpKeys } from "./keys"

/** A task as some list on the page has it, to show while more is on its way. */
export const useKnownTask = (id: string): FollowUp | undefined =>
  useQueryClient()
    .getQueriesData<{ follow_ups: FollowUp[] }>({
      queryKey: followUpKeys.lists,
    })
    .flatMap(([, list]) => list?.follow_ups ?? [])
    .find((task) => task.id === id)
