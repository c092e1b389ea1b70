import type { ComponentProps, ReactNode } from "react"
import { Choice } from "../fields/choice"

/** A select with its label above it. */
export const LabelledChoice = <TValue extends string>(
  props: ComponentProps<typeof Choice<TValue>>
): ReactNode => (
  <div className="flex min-w-0 flex-col gap-y-1">
    <span aria-hidden className="txt-small">
      {props.label}
    </span>
    <Choice {...props} className="h-8 w-full" />
  </div>
)
