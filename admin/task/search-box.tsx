import { MagnifyingGlassMini } from "@medusajs/icons"
import { Input, clx } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"
import { TOUCH_HEIGHT } from "./touch-height"

/** The UI library's search field has an icon without an accessible name. */
export const SearchBox = forwardRef<
  HTMLInputElement,
  ComponentPropsWithoutRef<typeof Input>
>(({ className, ...props }, ref) => (
  <div className="relative">
    <Input
      ref={ref}
      role="searchbox"
      size="small"
      className={clx(TOUCH_HEIGHT, "pl-7", className)}
      {...props}
    />
    <MagnifyingGlassMini
      aria-hidden
      className="text-ui-fg-muted pointer-events-none absolute inset-y-0 left-1.5 my-auto"
    />
  </div>
))
SearchBox.displayName = "SearchBox"
