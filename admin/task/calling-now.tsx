import { Phone } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { FollowUp } from "../api/follow-up"
import { useMyId } from "../api/queries"
import { useNow } from "../clock/use-now"
import { useText } from "../i18n/use-text"
import { readDuration } from "../timer/duration"
import { durationText } from "../timer/duration-text"

export type Calling = NonNullable<NonNullable<FollowUp["call"]>["calling"]>

/** Who is calling the customer at this moment, and for how long. */
export const CallingNow = ({
  calling,
  isNarrow = false,
}: {
  calling: Calling
  /** On a phone there is no room to say that it is the user. */
  isNarrow?: boolean
}) => {
  const t = useText()
  const isMine = useMyId() === calling.actor.id
  const seconds = Math.max(0, useNow() - Date.parse(calling.since)) / 1_000
  const duration = readDuration(seconds)
  const time =
    duration.unit === "clock" ? duration.text : durationText(t, seconds)
  const { name } = calling.actor
  return (
    <span
      title={name}
      className={clx(
        "txt-compact-xsmall-plus inline-flex min-w-0 max-w-full items-center gap-x-1 rounded px-1.5",
        isMine
          ? "bg-ui-tag-green-bg text-ui-tag-green-text"
          : "bg-ui-tag-purple-bg text-ui-tag-purple-text"
      )}
    >
      <Phone aria-hidden className="shrink-0" />
      {/* Read out once, and not every second. */}
      <span className="sr-only">
        {isMine ? t("calling.byYou") : t("calling.other", { name })}
      </span>
      <span aria-hidden className="min-w-0 break-words tabular-nums">
        <span className={clx(isMine && isNarrow && "max-sm:hidden")}>
          {isMine
            ? t("calling.mine", { time })
            : t("calling.now", { name: name.split(" ")[0] ?? name, time })}
        </span>
        {isMine && isNarrow && (
          <span className="whitespace-nowrap sm:hidden">{time}</span>
        )}
      </span>
    </span>
  )
}
