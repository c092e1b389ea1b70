import { Container, Skeleton } from "@medusajs/ui"

/** As many parts as a window shows. */
const PARTS = 3

/** The shape of a page of settings while it is on its way. */
export const PageSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-3">
    {Array.from({ length: PARTS }, (_, part) => (
      <Container key={part} className="flex flex-col gap-y-4">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-5 w-full max-w-96" />
        <Skeleton className="h-8 w-full" />
      </Container>
    ))}
  </div>
)
