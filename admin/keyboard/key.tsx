import { Kbd, clx } from "@medusajs/ui"

/** A shortcut's key; hidden from screen readers, as the button names it. */
export const Key = ({
  name,
  onDark = false,
}: {
  name: string
  /** It is shown on a primary button. */
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
