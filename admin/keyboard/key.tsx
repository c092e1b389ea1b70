import { Kbd, clx } from "@medusajs/ui"

/** A key, for the eye only: what it does is said by the button it stands on. */
export const Key = ({
  name,
  onDark = false,
}: {
  name: string
  /** It stands on a primary button. */
  onDark?: boolean
}) => (
  <Kbd
    aria-hidden
    className={clx("pointer-events-none max-lg:hidden", {
      "border-current bg-transparent text-current opacity-80": onDark,
    })}
  >
    {name.length === 1 ? name.toUpperCase() : name}
  </Kbd>
)
