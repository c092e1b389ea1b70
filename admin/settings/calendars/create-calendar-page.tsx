import { Container, Heading, Text, toast } from "@medusajs/ui"
import { useRef } from "react"
import { Link, useNavigate } from "react-router-dom"
import { browserTimeZone } from "../../clock/zoned"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { UnsavedChanges, withoutAsking } from "../unsaved-changes"
import { calendarPath, CALENDARS_PATH } from "./calendar-paths"
import { CalendarSections } from "./calendar-sections"
import { definitionOf, newValues } from "./calendar-values"
import { createCalendar, useCalendars, useCalendarsChanged } from "./queries"
import { refuse, useCalendarForm } from "./use-calendar-form"

/** A new calendar starts in the time zone of the default calendar. */
export const CreateCalendarPage = () => {
  const { data, isPending } = useCalendars()
  const standard = data?.calendars.find(({ is_default }) => is_default)
  return isPending ? null : (
    <CreateForm
      timeZone={standard?.definition.time_zone ?? browserTimeZone()}
    />
  )
}

const CreateForm = ({ timeZone }: { timeZone: string }) => {
  const t = useText()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const { changed } = useCalendarsChanged()
  const form = useCalendarForm(newValues(timeZone), page)
  const { isDirty, isSubmitting } = form.formState

  const create = () =>
    form.submit(async (values) => {
      try {
        const created = await createCalendar({
          name: values.name,
          definition: definitionOf(values),
        })
        toast.success(t("settings.calendars.created"), {
          description: t("settings.calendars.createdNext"),
        })
        changed(created)
        void navigate(calendarPath(created.id), {
          replace: true,
          ...withoutAsking,
        })
      } catch (error) {
        refuse(t, form, error)
      }
    })

  return (
    <div ref={page} className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4 max-lg:px-4">
        <div className="min-w-0">
          <Heading>{t("settings.calendars.createTitle")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("settings.calendars.createHint")}
          </Text>
        </div>
        <div className="flex gap-x-2">
          <SmallButton asChild>
            <Link to={CALENDARS_PATH}>{t("settings.cancel")}</Link>
          </SmallButton>
          <SmallButton
            variant="primary"
            isLoading={isSubmitting}
            onClick={() => void create()}
          >
            {t("settings.calendars.create")}
          </SmallButton>
        </div>
      </Container>
      <CalendarSections form={form} calendar={null} />
      <UnsavedChanges changed={isDirty} />
    </div>
  )
}
