import { useEffect, useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { useRuleNames } from "../../desk/use-rule-names"
import { useText } from "../../i18n/use-text"
import { toastFailure } from "../toast-failure"
import { SaveBar } from "../save-bar"
import { UnsavedChanges, withoutAsking } from "../unsaved-changes"
import { useRuleChange, type RuleChange } from "../use-rule-change"
import { CalendarHeader } from "./calendar-header"
import { CALENDARS_PATH } from "./calendar-paths"
import { CalendarSections } from "./calendar-sections"
import { changesOf, valuesOf } from "./calendar-values"
import { DeleteDialog } from "./delete-dialog"
import { NewerNotice } from "./notices"
import {
  deleteCalendar,
  dryRunDelete,
  dryRunUpdate,
  updateCalendar,
  useCalendarsChanged,
} from "./queries"
import { refuse, useCalendarForm } from "./use-calendar-form"

/** A calendar's hours, exceptions and bindings. */
export const CalendarEditor = ({
  calendar,
}: {
  calendar: AdminFollowUpCalendar
}) => {
  const t = useText()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const actions = useRef<HTMLButtonElement>(null)
  const { propose, pending, dialog } = useRuleChange()
  const named = useRuleNames()
  const { changed, latest, forget } = useCalendarsChanged()
  const [deleting, setDeleting] = useState(false)
  /** The server's version that the edits are based on. */
  const [base, setBase] = useState(calendar)
  const form = useCalendarForm(valuesOf(base), page)
  const { reset, formState } = form
  const { isDirty, dirtyFields } = formState

  const restart = (from: AdminFollowUpCalendar) => {
    setBase(from)
    reset(valuesOf(from))
  }
  useEffect(() => {
    // The result of a save may arrive before the answer to an older request.
    const isOlder = calendar.updated_at < base.updated_at
    if (!isDirty && calendar !== base && !isOlder) {
      setBase(calendar)
      reset(valuesOf(calendar))
    }
  }, [calendar, base, isDirty, reset])

  /** A version older than the latest is a conflict, and opens a notice. */
  const save = (version: number) =>
    form.submit(async (values) => {
      const body = changesOf(values, dirtyFields, version)
      try {
        if ((await latest(calendar.id)).version !== version) {
          return
        }
        await propose({
          dryRun: () => dryRunUpdate(calendar.id, body),
          save: async () => {
            const saved = await updateCalendar(calendar.id, body)
            restart(named(saved))
            changed(saved)
          },
          done: t("settings.calendars.saved"),
          timeZone: values.time_zone,
        })
      } catch (error) {
        refuse(t, form, error)
        // Another user may have just saved; the page then shows a notice.
        void latest(calendar.id).catch(() => undefined)
      }
    })

  const proposeByItself = async (change: Omit<RuleChange, "timeZone">) => {
    try {
      const { time_zone: timeZone } = calendar.definition
      return await propose({ ...change, timeZone })
    } catch (error) {
      toastFailure(t, error)
      return false
    }
  }
  const makeDefault = () =>
    proposeByItself({
      dryRun: () => dryRunUpdate(calendar.id, { is_default: true }),
      save: async () =>
        changed(await updateCalendar(calendar.id, { is_default: true })),
      done: t("settings.calendars.madeDefault", { name: calendar.name }),
      confirm: t("settings.calendars.makeDefault"),
    })
  const remove = async (replaceWith: string | undefined) => {
    setDeleting(false)
    const done = await proposeByItself({
      dryRun: () => dryRunDelete(calendar.id, replaceWith),
      save: () => deleteCalendar(calendar.id, replaceWith),
      done: t("settings.calendars.deleted", { name: calendar.name }),
      confirm: t("settings.calendars.delete"),
      dangerous: true,
    })
    if (done) {
      changed()
      void navigate(CALENDARS_PATH, withoutAsking)
      forget(calendar.id)
    }
  }

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <CalendarHeader
        calendar={calendar}
        actions={actions}
        onMakeDefault={() => void makeDefault()}
        onDelete={() => setDeleting(true)}
      />
      {isDirty && calendar.version !== base.version && (
        <NewerNotice
          pending={pending}
          onTakeTheirs={() => restart(calendar)}
          onSaveMine={() => void save(calendar.version)}
        />
      )}
      <CalendarSections form={form} calendar={calendar} />
      <SaveBar
        shown={isDirty}
        pending={pending}
        onSave={() => void save(base.version)}
        onDiscard={() => restart(calendar)}
      />
      <UnsavedChanges changed={isDirty} />
      {deleting && (
        <DeleteDialog
          calendar={calendar}
          opener={actions}
          onConfirm={(replaceWith) => void remove(replaceWith)}
          onCancel={() => setDeleting(false)}
        />
      )}
      {dialog}
    </div>
  )
}
