import type { FollowUp } from "../api/follow-up"
import { useExplanation } from "../api/queries"
import { exactMoment } from "../clock/moment-text"
import { browserTimeZone } from "../clock/zoned"
import { useText, type Text } from "../i18n/use-text"
import { durationText } from "./duration-text"
import { stretches, type ExplainedDeadline, type Stretch } from "./explanation"

/** The exact times of a task's target and limit, and how they came about. */
export const Why = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const { data, isError } = useExplanation(task, true)
  const state = stateText(t, task)

  return (
    <div className="flex flex-col gap-y-1 text-left">
      {state && <p className="text-ui-fg-base">{state}</p>}
      {isError && <p>{t("why.error")}</p>}
      {!data && !isError && <p>{t("why.loading")}</p>}
      {data && (
        <Reasons
          t={t}
          openedAt={data.opened_at}
          deadlines={data.deadlines}
          shown={task.timer.counting_to ?? "response_limit"}
          timeZone={data.time_zone}
        />
      )}
    </div>
  )
}

type ReasonsProps = {
  t: Text
  openedAt: string
  deadlines: ExplainedDeadline[]
  /** The deadline whose way is told; the other one is named only. */
  shown: ExplainedDeadline["deadline"]
  timeZone: string
}

const Reasons = ({ t, openedAt, deadlines, shown, timeZone }: ReasonsProps) => {
  const way = deadlines.find(({ deadline }) => deadline === shown)
  return (
    <>
      <dl className="text-ui-fg-base flex flex-col gap-y-0.5">
        {deadlines.map(({ deadline, at, business_seconds }) => (
          <div key={deadline} className="flex gap-x-1">
            <dt className="font-medium">
              {t(deadline === "response_target" ? "why.target" : "why.limit", {
                when: exactMoment(t, Date.parse(at), timeZone),
              })}
            </dt>
            <dd className="text-ui-fg-subtle">
              {t("why.ofWorkingTime", {
                duration: durationText(t, business_seconds),
              })}
            </dd>
          </div>
        ))}
      </dl>
      <ol className="flex list-none flex-col gap-y-0.5">
        <li>
          {t("why.opened", {
            when: exactMoment(t, Date.parse(openedAt), timeZone),
          })}
        </li>
        {stretches(way?.steps ?? []).map((stretch) => (
          <li key={stretch.start}>{stretchText(t, stretch, timeZone)}</li>
        ))}
      </ol>
      {timeZone !== browserTimeZone() && (
        <p>{t("why.zone", { zone: timeZone })}</p>
      )}
    </>
  )
}

function stretchText(t: Text, stretch: Stretch, timeZone: string): string {
  if (stretch.kind === "counted") {
    return t("why.counted", {
      start: exactMoment(t, stretch.start, timeZone),
      end: exactMoment(t, stretch.end, timeZone),
      duration: durationText(t, stretch.businessSeconds),
    })
  }
  const when = exactMoment(t, stretch.end, timeZone)
  return stretch.labels.length > 0
    ? t("why.closedFor", { when, labels: stretch.labels.join(", ") })
    : t("why.closed", { when })
}

/** Why nothing counts, where nothing does. */
function stateText(t: Text, task: FollowUp): string | null {
  switch (task.timer.state) {
    case "waiting":
      return t("why.waiting")
    case "due":
    case "met":
      return task.responded_at
        ? t("why.met", {
            when: exactMoment(
              t,
              Date.parse(task.responded_at),
              task.calendar.time_zone
            ),
          })
        : null
    case "stopped":
      return t("why.stopped")
    default:
      return null
  }
}
