import { toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useNavigate } from "react-router-dom"
import type {
  AdminFollowUpCalendar,
  AdminUpdateFollowUpCalendar,
} from "../../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../../i18n/use-text"
import { bringIntoView } from "../bring-into-view"
import { SaveBar } from "../save-bar"
import { UnsavedChanges } from "../unsaved-changes"
import { useRuleChange } from "../use-rule-change"
import { useShowWrong } from "../use-show-wrong"
import { BindingsSection } from "./bindings-section"
import { CalendarHeader } from "./calendar-header"
import { CALENDARS_PATH } from "./calendar-paths"
import { CalendarSections } from "./calendar-sections"
import { DeleteDialog } from "./delete-dialog"
import type { Edit } from "./draft-reducer"
import { NewerNotice } from "./newer-notice"
import { NowhereNotice } from "./nowhere-notice"
import { problemsOf } from "./problems"
import {
  deleteCalendar,
  dryRunDelete,
  dryRunUpdate,
  updateCalendar,
  useCalendarsChanged,
} from "./queries"
import { refusalText } from "../../refusals/refusal-text"
import { refusalOf, type Refusal } from "./refusal-place"
import { useEditedCalendar } from "./use-edited-calendar"

/** One calendar: its hours, its exceptions, and where it applies. */
export const CalendarEditor = ({
  calendar,
}: {
  calendar: AdminFollowUpCalendar
}) => {
  const t = useText()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const showWrong = useShowWrong(page)
  const where = useRef<HTMLDivElement>(null)
  const { draft, edit, changes, isOutdated, restart } =
    useEditedCalendar(calendar)
  const { propose, pending, dialog } = useRuleChange()
  const { changed, latest, forget } = useCalendarsChanged()
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [deleting, setDeleting] = useState(false)
  const [deleted, setDeleted] = useState(false)

  const onEdit = (next: Edit) => {
    setRefusal(null)
    edit(next)
  }

  /** Where it is against another version than the latest, it waits for an answer. */
  const save = async (body: AdminUpdateFollowUpCalendar) => {
    setTried(true)
    setRefusal(null)
    if (Object.values(problemsOf(draft)).some(Boolean)) {
      showWrong()
      return
    }
    try {
      const { version } = await latest(calendar.id)
      if (body.version !== version) {
        showWrong()
        return
      }
      await propose({
        dryRun: () => dryRunUpdate(calendar.id, body),
        save: async () => {
          const saved = await updateCalendar(calendar.id, body)
          restart(saved)
          changed(saved)
        },
        done: t("settings.calendars.saved"),
        timeZone: draft.time_zone,
      })
      setTried(false)
    } catch (error) {
      setRefusal(refusalOf(t, error))
      showWrong()
      // Somebody may have been quicker by a moment: the page says so by itself.
      void latest(calendar.id).catch(() => undefined)
    }
  }

  const makeDefault = async () => {
    try {
      await propose({
        dryRun: () => dryRunUpdate(calendar.id, { is_default: true }),
        save: async () =>
          changed(await updateCalendar(calendar.id, { is_default: true })),
        done: t("settings.calendars.madeDefault", { name: calendar.name }),
        timeZone: calendar.definition.time_zone,
        confirm: t("settings.calendars.makeDefault"),
      })
    } catch (error) {
      toast.error(t("settings.failed"), { description: refusalText(t, error) })
    }
  }

  const remove = async (replaceWith: string | undefined) => {
    setRefusal(null)
    setDeleting(false)
    try {
      const done = await propose({
        dryRun: () => dryRunDelete(calendar.id, replaceWith),
        save: () => deleteCalendar(calendar.id, replaceWith),
        done: t("settings.calendars.deleted", { name: calendar.name }),
        timeZone: calendar.definition.time_zone,
        confirm: t("settings.calendars.delete"),
        dangerous: true,
      })
      if (done) {
        setDeleted(true)
        changed()
        void navigate(CALENDARS_PATH)
        forget(calendar.id)
      }
    } catch (error) {
      toast.error(t("settings.failed"), { description: refusalText(t, error) })
    }
  }

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <CalendarHeader
        calendar={calendar}
        onMakeDefault={() => void makeDefault()}
        onDelete={() => setDeleting(true)}
      />
      {changes && isOutdated && (
        <NewerNotice
          pending={pending}
          onTakeTheirs={() => restart(calendar)}
          onSaveMine={() =>
            void save({ ...changes, version: calendar.version })
          }
        />
      )}
      {appliesNowhere(calendar) && draft.bindings.length === 0 && (
        <NowhereNotice
          onChoose={() => {
            const choose = where.current?.querySelector("button")
            if (choose) {
              bringIntoView(choose)
            }
          }}
        />
      )}
      <CalendarSections
        draft={draft}
        tried={tried}
        refusal={refusal}
        onEdit={onEdit}
      >
        <div ref={where} className="min-w-0">
          <BindingsSection
            calendarId={calendar.id}
            isDefault={calendar.is_default}
            bindings={draft.bindings}
            wrong={refusal?.place.part === "bindings" ? [refusal.message] : []}
            onEdit={onEdit}
          />
        </div>
      </CalendarSections>
      <SaveBar
        shown={changes !== null}
        pending={pending}
        onSave={() => changes && void save(changes)}
        onDiscard={() => {
          setTried(false)
          setRefusal(null)
          restart(calendar)
        }}
      />
      <UnsavedChanges changed={changes !== null && !deleted} />
      {deleting && (
        <DeleteDialog
          calendar={calendar}
          onConfirm={(replaceWith) => void remove(replaceWith)}
          onCancel={() => setDeleting(false)}
        />
      )}
      {dialog}
    </div>
  )
}

function appliesNowhere(calendar: AdminFollowUpCalendar): boolean {
  return !calendar.is_default && calendar.playbooks.length === 0
}
