import { IconButton, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"

type IconActionProps = Omit<
  ComponentPropsWithoutRef<typeof IconButton>,
  "type" | "size" | "variant"
> & {
  /** An icon needs a name for screen readers. */
  "aria-label": string
}

/** A subtle icon button with a touch-sized target in a narrow window. */
export const IconAction = forwardRef<HTMLButtonElement, IconActionProps>(
  ({ className, ...props }, ref) => (
    <IconButton
      {...props}
      ref={ref}
      type="button"
      size="small"
      variant="transparent"
      className={clx("max-lg:size-10", className)}
    />
  )
)
IconAction.displayName = "IconAction"
