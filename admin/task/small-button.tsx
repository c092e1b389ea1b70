import { Button, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"

type SmallButtonProps = Omit<ComponentPropsWithoutRef<typeof Button>, "size">

/** A button of the settings, large enough for a finger where there is one. */
export const SmallButton = forwardRef<HTMLButtonElement, SmallButtonProps>(
  ({ variant = "secondary", className, ...props }, ref) => (
    <Button
      ref={ref}
      type={props.asChild ? undefined : "button"}
      {...props}
      size="small"
      variant={variant}
      className={clx("max-lg:min-h-10", className)}
    />
  )
)
SmallButton.displayName = "SmallButton"
