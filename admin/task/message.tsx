import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Shown in place of a list that is empty or failed to load. */
export const Message = ({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode
  title: string
  text?: string
  children?: ReactNode
}) => (
  <div className="flex min-h-72 flex-col items-center justify-center gap-y-3 px-6 py-10 text-center">
    <span aria-hidden className="text-ui-fg-subtle">
      {icon}
    </span>
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      {text && (
        <Text size="small" className="text-ui-fg-subtle text-balance">
          {text}
        </Text>
      )}
    </div>
    {children}
  </div>
)
