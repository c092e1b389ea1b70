import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A notice with its actions. */
export const Notice = ({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children: ReactNode
}) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
    <div className="min-w-0 flex-1 basis-72">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <Text size="small">{text}</Text>
    </div>
    <div className="flex flex-wrap gap-2">{children}</div>
  </div>
)
