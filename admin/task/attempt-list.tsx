import type { AdminFollowUpAttempt } from "../../src/api/admin/follow-ups/types"
import { useMinute } from "../clock/use-now"
import { momentText } from "../clock/moment-text"
import { useText } from "../i18n/use-text"
import { SentMessage } from "./sent-message"

type ListedAttempt = AdminFollowUpAttempt & {
  order_display_id?: number | null
}

/** The attempts, newest first. */
export const AttemptList = ({
  attempts,
  timeZone,
}: {
  attempts: readonly ListedAttempt[]
  timeZone: string
}) => {
  const t = useText()
  const now = useMinute()
  const moment = (style: "at" | "when", at: string) =>
    momentText(t, style, Date.parse(at), now, timeZone)

  return (
    <ul className="txt-compact-small flex flex-col gap-y-2">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="flex flex-col gap-y-0.5">
          <span className="flex items-baseline gap-x-2">
            <span className="text-ui-fg-base">
              {t(`attempts.${attempt.outcome}`)}
            </span>
            <span className="text-ui-fg-subtle ml-auto shrink-0 tabular-nums">
              {moment("when", attempt.attempted_at)}
            </span>
          </span>
          <span className="text-ui-fg-subtle">
            {[
              t.of("channels", attempt.channel),
              ...(attempt.actor ? [attempt.actor.name] : []),
              ...(attempt.order_display_id
                ? [`#${attempt.order_display_id}`]
                : []),
            ].join(" · ")}
          </span>
          {attempt.call_back_at && (
            <span className="text-ui-fg-subtle">
              {t("sheet.callBackAt", {
                at: moment("at", attempt.call_back_at),
              })}
            </span>
          )}
          <SentMessage attempt={attempt} />
          {attempt.note && (
            <span
              dir="auto"
              className="text-ui-fg-base whitespace-pre-wrap break-words"
            >
              {attempt.note}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
