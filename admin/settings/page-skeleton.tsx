import { Container, Skeleton } from "@medusajs/ui"

/** As many sections as fit in a window. */
const PARTS = 3

/** The loading skeleton of a settings page. */
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
