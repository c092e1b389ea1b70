import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"

const TONES = {
  red: "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text",
  orange:
    "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text",
  neutral: "bg-ui-bg-component text-ui-fg-base",
} as const

/** A line across the top of a page, with what can be done about it. */
export const Band = ({
  tone,
  icon,
  text,
  children,
}: {
  tone: keyof typeof TONES
  icon: ReactNode
  text: ReactNode
  children?: ReactNode
}) => (
  <div
    role="status"
    className={clx(
      "txt-compact-small flex min-h-12 flex-wrap items-center gap-2 rounded-lg border px-6 py-2 max-sm:px-4",
      TONES[tone]
    )}
  >
    <span aria-hidden className="shrink-0">
      {icon}
    </span>
    <span className="min-w-0 flex-1 basis-48 break-words font-medium">
      {text}
    </span>
    <span className="flex flex-wrap gap-2 empty:hidden">{children}</span>
  </div>
)
