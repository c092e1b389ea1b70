import { Skeleton } from "@medusajs/ui"

/** As many as fit in a window. */
const ROWS = 8

/** The list's loading skeleton. */
export const QueueSkeleton = () => (
  <div aria-hidden className="divide-y">
    {Array.from({ length: ROWS }, (_, row) => (
      <div
        key={row}
        className="flex h-12 items-center gap-x-6 px-6 max-lg:h-24 max-lg:px-4"
      >
        <Skeleton className="h-5 w-36" />
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-4 w-32 max-lg:hidden" />
        <Skeleton className="h-4 w-28 max-lg:hidden" />
        <Skeleton className="ml-auto h-4 w-16" />
      </div>
    ))}
  </div>
)
