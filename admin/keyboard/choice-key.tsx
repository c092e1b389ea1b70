import { Key } from "./key"

/** A digit that is shown only where it acts: while its list has the focus. */
export const ChoiceKey = ({ digit }: { digit: number }) => (
  <span className="invisible group-focus-within/choices:visible max-lg:hidden">
    <Key name={String(digit)} />
  </span>
)
