import { IconButton, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"

type IconActionProps = Omit<
  ComponentPropsWithoutRef<typeof IconButton>,
  "type" | "size" | "variant"
> & {
  /** A picture says nothing to those who cannot see it. */
  "aria-label": string
}

/** A quiet button with a picture on it, large enough for a finger where there is one. */
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
