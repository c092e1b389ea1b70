import type { AdminFollowUpActivity } from "../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../api/follow-up"
import type { CallSheet } from "../api/queries"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { useText } from "../i18n/use-text"

/** More than the last ones are in the history. */
const PINNED = 2

/**
 * What came of the call so far: the attempts, what the customer answered since,
 * and the last notes.
 */
export const SoFar = ({
  task,
  sheet,
  activities,
}: {
  task: FollowUp
  sheet: CallSheet
  /** Of all tasks of the call. */
  activities: readonly AdminFollowUpActivity[]
}) => {
  const t = useText()
  const now = useMinute()
  const when = (at: string) =>
    momentText(t, "when", Date.parse(at), now, task.calendar.time_zone)
  const count = task.call?.attempt_count ?? task.attempt_count
  const last = sheet.attempts[0]
  const notes = lastNotes(activities)
  const answered_at = answeredAt(activities)
  const isAnswer = answered_at && answered_at > (last?.attempted_at ?? "")
  return (
    <>
      {count > 0 && (
        <p className="txt-compact-small text-ui-fg-subtle">
          <span className="text-ui-fg-base">
            {t("task.attempts", { count })}
          </span>
          {last &&
            ` · ${t.of("attempts", last.outcome)}, ${when(last.attempted_at)}`}
          {last?.actor && ` · ${last.actor.name}`}
        </p>
      )}
      {isAnswer && (
        <p role="status" className="txt-compact-small text-ui-fg-base">
          {t("history.answered")}
          <span className="text-ui-fg-subtle"> · {when(answered_at)}</span>
        </p>
      )}
      {notes.length > 0 && (
        <ul
          aria-label={t("sheet.notes")}
          className="border-ui-border-strong txt-compact-small flex flex-col gap-y-1 border-s-2 ps-2"
        >
          {notes.map((note) => (
            <li key={note.id} className="line-clamp-2" title={note.data.note}>
              {/* Before the note, whose end may be cut. */}
              <span className="text-ui-fg-subtle">
                {[
                  when(note.occurred_at),
                  ...(note.actor ? [note.actor.name] : []),
                ].join(" · ")}
              </span>{" "}
              <span dir="auto" className="text-ui-fg-base break-words">
                {note.data.note}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** When the customer last ended a wait for their reply. */
function answeredAt(
  activities: readonly AdminFollowUpActivity[]
): string | undefined {
  return activities
    .filter(({ kind, data }) => kind === "resumed" && data.by_customer)
    .map(({ occurred_at }) => occurred_at)
    .sort()
    .at(-1)
}

/** The last notes, each once: an attempt notes it on every task of the call. */
function lastNotes(
  activities: readonly AdminFollowUpActivity[]
): AdminFollowUpActivity[] {
  const notes = new Map<string, AdminFollowUpActivity>()
  for (const activity of activities) {
    const { data, occurred_at } = activity
    if (data.note) {
      notes.set(`${occurred_at} ${data.note}`, activity)
    }
  }
  return [...notes.values()]
    .sort((a, b) => b.occurred_at.localeCompare(a.occurred_at))
    .slice(0, PINNED)
}
