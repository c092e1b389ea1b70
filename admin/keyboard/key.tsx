import { Kbd, clx } from "@medusajs/ui"

/** A key, for the eye only: what it does is said by the button it stands on. */
export const Key = ({
  name,
  className,
}: {
  name: string
  className?: string
}) => (
  <Kbd
    aria-hidden
    className={clx("pointer-events-none max-lg:hidden", className)}
  >
    {name.length === 1 ? name.toUpperCase() : name}
  </Kbd>
)
