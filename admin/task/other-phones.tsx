import { useId } from "react"
import type { FollowUp } from "../api/follow-up"
import { CopyButton } from "../call-sheet/copy-button"
import { useText } from "../i18n/use-text"
import { DialLink } from "./phone"
import { TOUCH_HEIGHT } from "./touch-height"

/** The further numbers that the customer typed, to be called or copied. */
export const OtherPhones = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const { other_phones: numbers } = task
  const labelId = useId()
  if (numbers.length === 0) {
    return null
  }
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex flex-wrap items-center gap-x-3 gap-y-1">
      <span id={labelId}>{t("task.otherPhones")}</span>
      <ul
        aria-labelledby={labelId}
        className="flex list-none flex-wrap items-center gap-x-3 gap-y-1"
      >
        {numbers.map((number) => (
          <li key={number} className="flex items-center gap-x-1">
            <DialLink
              task={task}
              number={number}
              className={`${TOUCH_HEIGHT} max-lg:inline-flex max-lg:items-center`}
            />
            <CopyButton text={number} />
          </li>
        ))}
      </ul>
    </div>
  )
}
