import { useState } from "react"
import type { AdminFollowUpActivity } from "../../src/api/admin/follow-ups/types"
import { useMinute } from "../clock/use-now"
import { momentText } from "../clock/moment-text"
import { useKinds } from "../desk/use-kinds"
import { useText, type Text } from "../i18n/use-text"
import { answerTexts } from "../desk/answer-texts"
import type { Kinds } from "../desk/kinds"
import { activityText } from "./activity-text"
import { ShowAll } from "./show-all"

/** The rest is one click away. */
const SHOWN = 3

/** A task's history, newest first. */
export const ActivityList = ({
  type,
  activities,
  timeZone,
}: {
  /** The task's type. */
  type: string
  activities: readonly AdminFollowUpActivity[]
  timeZone: string
}) => {
  const t = useText()
  const kinds = useKinds()
  const now = useMinute()
  const [all, setAll] = useState(false)
  const shown = all ? activities : activities.slice(0, SHOWN)
  const more = activities.length - shown.length

  return (
    <>
      <ol className="txt-compact-small flex flex-col">
        {shown.map((activity) => (
          <li
            key={activity.id}
            className="border-ui-border-base relative flex flex-col gap-y-0.5 border-l pb-3 pl-4 last:pb-0"
          >
            <span
              aria-hidden
              className="bg-ui-bg-base border-ui-border-strong absolute -left-1 top-1 size-2 rounded-full border"
            />
            <span className="text-ui-fg-base break-words">
              {activityText(t, kinds, type, activity, now, timeZone)}
            </span>
            {answersIn(t, kinds, type, activity.data).map((text) => (
              <span key={text} className="text-ui-fg-base break-words">
                {text}
              </span>
            ))}
            {activity.data.note && (
              <span
                dir="auto"
                className="text-ui-fg-subtle whitespace-pre-wrap break-words"
              >
                {activity.data.note}
              </span>
            )}
            <span className="text-ui-fg-subtle">
              {[
                momentText(
                  t,
                  "when",
                  Date.parse(activity.occurred_at),
                  now,
                  timeZone
                ),
                ...(activity.actor ? [activity.actor.name] : []),
                ...(activity.data.by_customer ? [t("history.customer")] : []),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ol>
      <ShowAll more={more} onShow={() => setAll(true)} />
    </>
  )
}

function answersIn(
  t: Text,
  { outcomesOf }: Kinds,
  type: string,
  { outcome, answers = {} }: AdminFollowUpActivity["data"]
): string[] {
  const asked = outcomesOf(type).find((one) => one.outcome === outcome)?.asks
  return answerTexts(t, asked ?? [], answers)
}
