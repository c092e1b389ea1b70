import { Button, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"
import { TOUCH_HEIGHT } from "./touch-height"

type SmallButtonProps = Omit<ComponentPropsWithoutRef<typeof Button>, "size">

/** A button as nearly all of ours are: small, and large enough for a finger where there is one. */
export const SmallButton = forwardRef<HTMLButtonElement, SmallButtonProps>(
  ({ variant = "secondary", className, ...props }, ref) => (
    <Button
      ref={ref}
      type={props.asChild ? undefined : "button"}
      {...props}
      size="small"
      variant={variant}
      className={clx(TOUCH_HEIGHT, className)}
    />
  )
)
SmallButton.displayName = "SmallButton"
