import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Labelled facts, in two columns if there is room. */
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
    {children}
  </dl>
)

export const Fact = ({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) => (
  <div
    className={clx(
      "txt-compact-small flex min-w-0 flex-col gap-y-1",
      className
    )}
  >
    <dt className="text-ui-fg-subtle">{label}</dt>
    <dd className="text-ui-fg-base">{children}</dd>
  </div>
)
