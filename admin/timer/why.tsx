import type { FollowUpAlone } from "../api/follow-up"
import { useExplanation } from "../api/queries"
import { exactMoment, momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { zoneName } from "../clock/zone-name"
import { browserTimeZone, showsSameTime } from "../clock/zoned"
import { useKinds } from "../desk/use-kinds"
import { useText, type Text } from "../i18n/use-text"
import { durationText } from "./duration-text"
import { stretches, type ExplainedDeadline, type Stretch } from "./explanation"

/** The exact times of a task's target and limit, and how they are computed. */
export const Why = ({ task }: { task: FollowUpAlone }) => {
  const t = useText()
  const { ruleName } = useKinds()
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
      {data && (
        <p>
          {t("why.rules", {
            playbook: ruleName(data.playbook.name),
            playbookVersion: data.playbook.version,
            calendar: ruleName(data.calendar.name),
            calendarVersion: data.calendar.version,
          })}
        </p>
      )}
    </div>
  )
}

type ReasonsProps = {
  t: Text
  openedAt: string
  deadlines: ExplainedDeadline[]
  /** The deadline to explain; the other one is only named. */
  shown: ExplainedDeadline["deadline"]
  timeZone: string
}

const Reasons = ({ t, openedAt, deadlines, shown, timeZone }: ReasonsProps) => {
  const now = useMinute()
  const told = deadlines.find(({ deadline }) => deadline === shown)
  const way = stretches(told?.steps ?? [])
  const moment = (style: "at" | "when", at: number) =>
    momentText(t, style, at, now, timeZone)
  return (
    <>
      <dl className="text-ui-fg-base flex flex-col gap-y-0.5">
        {deadlines.map(({ deadline, at, business_seconds, banked_seconds }) => (
          <div key={deadline} className="flex gap-x-1">
            <dt className="font-medium">
              {t(`why.${deadline}`, {
                when: exactMoment(t, Date.parse(at), timeZone),
              })}
            </dt>
            <dd className="text-ui-fg-subtle">
              {t("why.ofWorkingTime", {
                duration: durationText(t, business_seconds + banked_seconds),
              })}
            </dd>
          </div>
        ))}
      </dl>
      <ol className="flex list-none flex-col gap-y-0.5">
        <li>
          {t("why.opened", { when: moment("when", Date.parse(openedAt)) })}
        </li>
        {told !== undefined && told.banked_seconds > 0 && (
          <li>
            {t("why.banked", {
              duration: durationText(t, told.banked_seconds),
              when: moment("when", Date.parse(told.from)),
            })}
          </li>
        )}
        {way.map((stretch, index) => (
          <li key={stretch.start}>
            {stretch.kind === "counted"
              ? t(index === way.length - 1 ? "why.then" : "why.untilClosing", {
                  duration: durationText(t, stretch.businessSeconds),
                  at: moment("at", stretch.end),
                })
              : closedText(t, stretch, moment("when", stretch.end))}
          </li>
        ))}
      </ol>
      {!showsSameTime(timeZone, browserTimeZone(), Date.parse(openedAt)) && (
        <p>{t("why.zone", { zone: zoneName(timeZone, t.locale) })}</p>
      )}
    </>
  )
}

function closedText(t: Text, { labels }: Stretch, when: string): string {
  return labels.length > 0
    ? t("why.closedFor", { when, labels: labels.join(", ") })
    : t("why.closed", { when })
}

/** Why the timer is not counting; null if it is. */
function stateText(t: Text, task: FollowUpAlone): string | null {
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
