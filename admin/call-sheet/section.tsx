import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A titled section of the call sheet. */
export const Section = ({
  title,
  order = null,
  aside,
  children,
}: {
  title: ReactNode
  /** `#1042`, where there are others. */
  order?: string | null
  aside?: ReactNode
  children: ReactNode
}) => (
  <section className="flex flex-col gap-y-3 px-6 py-4 max-sm:px-4">
    <div className="flex items-center justify-between gap-x-4">
      <Heading level="h2">
        {title}
        {order && ` ${order}`}
      </Heading>
      {aside}
    </div>
    {children}
  </section>
)
