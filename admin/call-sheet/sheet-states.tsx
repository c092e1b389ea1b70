import { Skeleton } from "@medusajs/ui"

/** Why the server refused the command; the task shown is up to date. */
export const Refusal = ({ reason }: { reason: string | null }) => (
  <div role="alert" className="empty:hidden">
    {reason && (
      <p className="bg-ui-tag-red-bg text-ui-tag-red-text txt-compact-small mb-3 break-words rounded-md px-3 py-2">
        {reason}
      </p>
    )}
  </div>
)

/** A loading skeleton. */
export const SheetSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-4 px-6 py-4">
    <Skeleton className="h-24 w-full" />
    <Skeleton className="h-14 w-full" />
    <Skeleton className="h-14 w-full" />
  </div>
)
