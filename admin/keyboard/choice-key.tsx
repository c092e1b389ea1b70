import { Key } from "./key"

/** A digit that is shown only where it acts: while its list has the focus. */
export const ChoiceKey = ({
  digit,
  onDark,
}: {
  digit: number
  /** It is shown on a primary button. */
  onDark?: boolean
}) => (
  <span
    data-choice={digit}
    className="invisible group-focus-within/choices:visible max-lg:hidden"
  >
    <Key name={String(digit)} onDark={onDark} />
  </span>
)

/** The button of a list with this digit; without one, the first that has any. */
export const choiceIn = (
  list: Element | null | undefined,
  digit?: string
): HTMLButtonElement | null =>
  list
    ?.querySelector(digit ? `[data-choice="${digit}"]` : "[data-choice]")
    ?.closest("button") ?? null
