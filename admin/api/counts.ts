import {
  type QueryClient,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { useCallback, useSyncExternalStore } from "react"
import type { AdminFollowUpCountsResponse } from "../../src/api/admin/follow-ups/types"
import { ask } from "./client"
import { followUpKeys } from "./keys"
import { followNews } from "./news-stream"
import { live, refetchTasks, unlessForbidden } from "./queries"

/** How often a page asks that cannot be told, and one that cannot be seen. */
const POLL_MS = 2_000
const POLL_HIDDEN_MS = 30_000

/** A change reaches all pages at once; they ask for their rows over this long. */
const SPREAD_MS = 400

/**
 * The counts, as the server tells them; a change of the queue refetches the
 * rest. A page that gets no stream polls.
 */
export const useCounts = () => {
  const client = useQueryClient()
  const isLive = useSyncExternalStore(
    useCallback((changed) => subscribe(client, changed), [client]),
    () => stream.isLive
  )
  return useQuery({
    ...live,
    queryKey: followUpKeys.counts,
    refetchInterval: (query: { state: { error: unknown } }) =>
      !isLive &&
      unlessForbidden(document.hidden ? POLL_HIDDEN_MS : POLL_MS)(query),
    refetchIntervalInBackground: true,
    queryFn: async ({ signal }) => {
      const answer = await ask<AdminFollowUpCountsResponse>(
        "/counts",
        undefined,
        signal
      )
      if (differs(client, answer)) {
        refetchSoon(client)
      }
      return answer
    },
  })
}

/** One stream for all parts of the page. */
const stream = {
  isLive: false,
  end: null as (() => void) | null,
  parts: new Set<() => void>(),
}

function subscribe(client: QueryClient, changed: () => void): () => void {
  stream.parts.add(changed)
  stream.end ??= followNews(
    (counts, isChange) => void keepCounts(client, counts, isChange),
    (isLive) => {
      if (isLive !== stream.isLive) {
        stream.isLive = isLive
        stream.parts.forEach((tell) => tell())
      }
    }
  )
  return () => {
    stream.parts.delete(changed)
    if (stream.parts.size === 0) {
      stream.end?.()
      stream.end = null
      stream.isLive = false
    }
  }
}

async function keepCounts(
  client: QueryClient,
  counts: AdminFollowUpCountsResponse,
  isChange: boolean
): Promise<void> {
  if (isChange || differs(client, counts)) {
    refetchSoon(client)
  }
  // An answer that was asked for earlier may be older.
  await client.cancelQueries({ queryKey: followUpKeys.counts })
  client.setQueryData(followUpKeys.counts, counts)
}

/** Whether these counts tell of a change since those that are shown. */
function differs(
  client: QueryClient,
  latest: AdminFollowUpCountsResponse
): boolean {
  const before = client.getQueryData<AdminFollowUpCountsResponse>(
    followUpKeys.counts
  )
  return (
    before !== undefined &&
    (before.revision !== latest.revision ||
      JSON.stringify(before.counts) !== JSON.stringify(latest.counts))
  )
}

let refetching: ReturnType<typeof setTimeout> | null = null

function refetchSoon(client: QueryClient): void {
  // A hidden page asks anew when it is seen again.
  if (document.hidden) {
    return
  }
  refetching ??= setTimeout(() => {
    refetching = null
    refetchTasks(client)
  }, Math.random() * SPREAD_MS)
}
