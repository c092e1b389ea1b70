import { clx } from "@medusajs/ui"
import { Key } from "./key"

/**
 * A digit that is shown only where it acts: while its list has the focus. Its
 * room is kept, so that nothing moves in the sheet then, and is on both sides of
 * the button's label meanwhile.
 */
export const ChoiceKey = ({
  digit,
  onDark,
  isBeforeText = false,
}: {
  digit: number
  /** It is shown on a primary button. */
  onDark?: boolean
  /** It is not a button's, but comes before a text. */
  isBeforeText?: boolean
}) => (
  <>
    {!isBeforeText && (
      <span
        aria-hidden
        // With the gap of a small button, half of the key's room.
        className="order-first w-[7px] group-focus-within/choices:hidden max-lg:hidden"
      />
    )}
    <span
      data-choice={digit}
      className={clx(
        "invisible group-focus-within/choices:visible max-lg:hidden",
        !isBeforeText && "-ml-[13px] group-focus-within/choices:ml-0"
      )}
    >
      <Key name={String(digit)} onDark={onDark} />
    </span>
  </>
)

/** The button of a list with this digit; without one, the first that has any. */
export const choiceIn = (
  list: Element | null | undefined,
  digit?: string
): HTMLButtonElement | null =>
  list
    ?.querySelector(digit ? `[data-choice="${digit}"]` : "[data-choice]")
    ?.closest("button") ?? null
