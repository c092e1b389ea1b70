import { useQueryClient } from "@tanstack/react-query"
import type { FollowUp } from "./follow-up"
import { followUpKeys } from "./keys"

/** A cached task from any list, to show while the rest is loading. */
export const useKnownTask = (id: string): FollowUp | undefined =>
  useQueryClient()
    .getQueriesData<{ follow_ups: FollowUp[] }>({
      queryKey: followUpKeys.lists,
    })
    .flatMap(([, list]) => list?.follow_ups ?? [])
    .find((task) => task.id === id)
