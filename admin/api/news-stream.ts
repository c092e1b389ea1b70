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
 * together use this many for streams; further ones poll.
 */
const STREAMS = ["follow-ups-stream-1", "follow-ups-stream-2"]

/**
 * The stream of counts while this page can be seen. It begins again whenever it
 * ends; `isLive` says whether news arrive by it now.
 *
 * @returns how to end it
 */
export function followNews(
  tell: Told,
  setLive: (isLive: boolean) => void
): () => void {
  let leaving: AbortController | null = null
  const follow = () => {
    if (document.hidden) {
      leaving?.abort()
      leaving = null
      setLive(false)
    } else if (!leaving) {
      leaving = new AbortController()
      void keepListening(leaving.signal, tell, setLive)
    }
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
      await withinTheBrowsersShare(() => listen(left, heard))
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
  listen: () => Promise<void>
): Promise<void> {
  // Missing where the dashboard is served over plain http.
  if (!("locks" in navigator)) {
    return
  }
  for (const name of STREAMS) {
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
