import type {
  AdminFollowUpBeat,
  AdminFollowUpCountsResponse,
} from "../../src/api/admin/follow-ups/types"
import { learnServerNow } from "../clock/clock"
import { sdk } from "./fetch-answer"
import { isForbidden } from "./refused"

/** Told the counts, and whether they are those after a change. */
export type Told = (
  counts: AdminFollowUpCountsResponse,
  isChange: boolean
) => void

/** The server tells something every ten seconds. */
const SILENT_MS = 25_000

const SHORTEST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/**
 * A browser opens six connections to a server without HTTP/2. All its windows
 * together use this many for streams: two of those that can be seen, and one of
 * the others. Further ones poll.
 */
const IN_SIGHT = ["follow-ups-stream-1", "follow-ups-stream-2"]
const HIDDEN = ["follow-ups-stream-hidden"]

/**
 * The stream of counts, also while this page is hidden, whose title then tells
 * them. It begins again whenever it ends; `isLive` says whether news arrive by
 * it now.
 *
 * @returns how to end it
 */
export function followNews(
  tell: Told,
  setLive: (isLive: boolean) => void
): () => void {
  let leaving: AbortController | null = null
  const follow = () => {
    leaving?.abort()
    setLive(false)
    leaving = new AbortController()
    const share = document.hidden ? HIDDEN : IN_SIGHT
    void keepListening(leaving.signal, share, tell, setLive)
  }
  document.addEventListener("visibilitychange", follow)
  follow()
  return () => {
    document.removeEventListener("visibilitychange", follow)
    leaving?.abort()
  }
}

async function keepListening(
  left: AbortSignal,
  share: readonly string[],
  tell: Told,
  setLive: (isLive: boolean) => void
): Promise<void> {
  let failures = 0
  let isOver = false
  const heard: Told = (counts, isChange) => {
    failures = 0
    setLive(true)
    tell(counts, isChange)
  }
  while (!left.aborted) {
    failures += 1
    try {
      await withinTheBrowsersShare(share, () => listen(left, heard))
    } catch (error) {
      isOver = isForbidden(error)
    }
    if (left.aborted) {
      return
    }
    // Whoever may no longer read it finds out by asking.
    setLive(false)
    if (isOver) {
      return
    }
    await pause(
      Math.min(SHORTEST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS),
      left
    )
  }
}

/** Does nothing while other windows of this browser use all its streams. */
async function withinTheBrowsersShare(
  share: readonly string[],
  listen: () => Promise<void>
): Promise<void> {
  // Missing where the dashboard is served over plain http.
  if (!("locks" in navigator)) {
    return
  }
  for (const name of share) {
    const isMine = await navigator.locks.request(
      name,
      { ifAvailable: true },
      async (lock) => {
        if (lock) {
          await listen()
        }
        return lock !== null
      }
    )
    if (isMine) {
      return
    }
  }
}

/** Resolves once the stream has ended. */
async function listen(left: AbortSignal, heard: Told): Promise<void> {
  const { stream, abort } = await sdk.client.fetchStream(
    "/admin/follow-ups/counts/stream"
  )
  left.addEventListener("abort", abort)
  if (left.aborted) {
    abort()
  }
  let silence = setTimeout(abort, SILENT_MS)
  let isFirst = true
  try {
    for await (const { event, data } of stream) {
      clearTimeout(silence)
      silence = setTimeout(abort, SILENT_MS)
      if (left.aborted || !data) {
        continue
      }
      if (event === "counts") {
        const counts: AdminFollowUpCountsResponse = JSON.parse(data)
        learnServerNow(counts.now)
        heard(counts, !isFirst)
        isFirst = false
      } else if (event === "beat") {
        const beat: AdminFollowUpBeat = JSON.parse(data)
        learnServerNow(beat.now)
      }
    }
  } finally {
    clearTimeout(silence)
    left.removeEventListener("abort", abort)
  }
}

/** Spread at random, so that pages that lost a server do not return at once. */
async function pause(milliseconds: number, left: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timeout)
      left.removeEventListener("abort", end)
      resolve()
    }
    const timeout = setTimeout(end, milliseconds * (0.5 + Math.random() / 2))
    left.addEventListener("abort", end)
  })
}
