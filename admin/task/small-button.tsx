import { Button, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"
import { TOUCH_HEIGHT } from "./touch-height"

type SmallButtonProps = Omit<ComponentPropsWithoutRef<typeof Button>, "size">

/** A small button, with a touch-sized target in a narrow window. */
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
