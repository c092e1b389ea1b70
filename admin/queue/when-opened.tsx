import { Container } from "@medusajs/ui"
import { lazy, Suspense, type ComponentProps } from "react"
import { QueueSkeleton } from "./queue-skeleton"

/**
 * The list and the sheet are one chunk, which the dashboard loads while it is
 * idle: its other pages do not wait for it, and neither does whoever opens the
 * desk.
 */
const loadDesk = async () => await import("./desk-pages")

const Queue = lazy(async () => ({ default: (await loadDesk()).QueuePage }))
const Sheet = lazy(async () => ({ default: (await loadDesk()).CallSheet }))

export const QueuePage = () => (
  <Suspense
    fallback={
      <Container className="p-0">
        <QueueSkeleton />
      </Container>
    }
  >
    <Queue />
  </Suspense>
)

export const CallSheet = (props: ComponentProps<typeof Sheet>) => (
  <Suspense fallback={null}>
    <Sheet {...props} />
  </Suspense>
)

/** Safari has no idle time to offer. */
const LATER_MS = 2_000

/** Loads the desk once the page has nothing else to do. */
export function loadDeskWhenIdle(): () => void {
  // If it fails, it is tried again when the desk is opened, which reports it.
  const load = () => void loadDesk().catch(() => undefined)
  if (typeof window.requestIdleCallback === "function") {
    const idle = window.requestIdleCallback(load)
    return () => window.cancelIdleCallback(idle)
  }
  const timeout = setTimeout(load, LATER_MS)
  return () => clearTimeout(timeout)
}
