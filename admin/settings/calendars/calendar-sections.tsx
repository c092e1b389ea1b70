import { useRef } from "react"
import { useFormState, useWatch } from "react-hook-form"
import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../../i18n/use-text"
import { bringIntoView } from "../bring-into-view"
import { BindingsSection } from "./bindings-section"
import type { CalendarValues } from "./calendar-values"
import { ExceptionsSection } from "./exceptions-section"
import { GeneralSection } from "./general-section"
import { NowhereNotice } from "./notices"
import { PreviewSection } from "./preview-section"
import type { CalendarForm } from "./use-calendar-form"
import { useFormPreview } from "./use-form-preview"
import { hasWrongTimes, neverOpens } from "./week"
import { WeekSection } from "./week-section"

/** The sections of a calendar, each with its errors. */
export const CalendarSections = ({
  form,
  calendar,
}: {
  form: CalendarForm
  /** The saved calendar; null for a new one. */
  calendar: AdminFollowUpCalendar | null
}) => {
  const t = useText()
  const { control } = form
  const state = useFormState({ control })
  const week = useWatch({ control, name: "week" })
  const bindings = useWatch({ control, name: "bindings" })
  const where = useRef<HTMLDivElement>(null)
  const { preview, busy, refusal } = useFormPreview(control)
  const never = neverOpens(week) ? t("settings.calendars.neverOpens") : null

  /** The server's errors for a section, from saving and from the preview. */
  const wrong = (part: keyof CalendarValues | "page"): string[] => {
    const error =
      part === "page"
        ? state.errors.root
        : form.getFieldState(part, state).error
    const inAdvance = refusal?.place.part === part ? refusal.message : null
    return [...new Set([error?.message, inAdvance].flatMap((one) => one || []))]
  }

  return (
    <>
      {calendar && appliesNowhere(calendar) && bindings.length === 0 && (
        <NowhereNotice
          onChoose={() => {
            const choose =
              where.current?.querySelector<HTMLElement>("input, button")
            if (choose) {
              bringIntoView(choose)
            }
          }}
        />
      )}
      <div role="alert" className="empty:hidden">
        {wrong("page").map((message) => (
          <p
            key={message}
            data-wrong
            tabIndex={-1}
            className="outline-none bg-ui-tag-red-bg text-ui-tag-red-text txt-compact-small break-words rounded-lg px-6 py-3 max-lg:px-4"
          >
            {message}
          </p>
        ))}
      </div>
      {/* In a narrow window, the preview comes after the week. */}
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_400px] xl:grid-rows-[auto_auto_auto_auto_1fr] [&>section]:min-w-0">
        <GeneralSection
          control={control}
          nameError={wrong("name")[0]}
          zoneError={wrong("time_zone")[0]}
          isNew={!calendar}
        />
        <WeekSection
          control={control}
          wrong={never ? [never] : wrong("week")}
        />
        <div className="min-w-0 xl:col-start-2 xl:row-[1/-1]">
          <div className="xl:sticky xl:top-0">
            <PreviewSection
              preview={preview}
              busy={busy}
              outdated={hasWrongTimes(week)}
              failure={never ?? refusal?.message ?? null}
            />
          </div>
        </div>
        <ExceptionsSection control={control} wrong={wrong("exceptions")} />
        {calendar && (
          <div ref={where} className="min-w-0">
            <BindingsSection
              control={control}
              calendar={calendar}
              wrong={wrong("bindings")}
            />
          </div>
        )}
      </div>
    </>
  )
}

function appliesNowhere(calendar: AdminFollowUpCalendar): boolean {
  return !calendar.is_default && calendar.playbooks.length === 0
}
