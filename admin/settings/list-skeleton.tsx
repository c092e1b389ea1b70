import { Skeleton } from "@medusajs/ui"

/** The usual number in a shop. */
const ROWS = 3

/** The loading skeleton of a list of settings. */
export const ListSkeleton = () => (
  <div aria-hidden className="divide-y">
    {Array.from({ length: ROWS }, (_, row) => (
      <div key={row} className="flex flex-col gap-y-2 px-6 py-4 max-lg:px-4">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-4 w-full max-w-96" />
      </div>
    ))}
  </div>
)
