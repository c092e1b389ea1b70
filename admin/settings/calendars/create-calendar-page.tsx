import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useReducer, useRef, useState } from "react"
import { Link, useNavigate } from "react-router-dom"
import { browserTimeZone } from "../../clock/zoned"
import { useText } from "../../i18n/use-text"
import { UnsavedChanges } from "../unsaved-changes"
import { useShowWrong } from "../use-show-wrong"
import { calendarPath, CALENDARS_PATH } from "./calendar-paths"
import { CalendarSections } from "./calendar-sections"
import { definitionOf, newDraft } from "./draft"
import { edited, type Edit } from "./draft-reducer"
import { problemsOf } from "./problems"
import { createCalendar, useCalendars, useCalendarsChanged } from "./queries"
import { refusalOf, type Refusal } from "./refusal-place"

/** A new calendar begins in the zone of the shop's default one. */
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
  const showWrong = useShowWrong(page)
  const { changed } = useCalendarsChanged()
  const [begun] = useState(() => newDraft(timeZone))
  const [draft, edit] = useReducer(edited, begun)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [createdId, setCreatedId] = useState<string | null>(null)

  // Once nothing is unsaved any more, nobody has to be asked.
  useEffect(() => {
    if (createdId !== null) {
      void navigate(calendarPath(createdId), { replace: true })
    }
  }, [createdId, navigate])

  const onEdit = (next: Edit) => {
    setRefusal(null)
    edit(next)
  }

  const create = async () => {
    setTried(true)
    if (Object.values(problemsOf(draft)).some(Boolean)) {
      showWrong()
      return
    }
    setPending(true)
    try {
      const created = await createCalendar({
        name: draft.name.trim(),
        definition: definitionOf(draft),
      })
      toast.success(t("settings.calendars.created"), {
        description: t("settings.calendars.createdNext"),
      })
      changed(created)
      setCreatedId(created.id)
    } catch (error) {
      setRefusal(refusalOf(t, error))
      showWrong()
    } finally {
      setPending(false)
    }
  }

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
          <Button
            asChild
            size="small"
            variant="secondary"
            className="max-lg:min-h-10"
          >
            <Link to={CALENDARS_PATH}>{t("settings.cancel")}</Link>
          </Button>
          <Button
            type="button"
            size="small"
            className="max-lg:min-h-10"
            isLoading={pending}
            onClick={() => void create()}
          >
            {t("settings.calendars.create")}
          </Button>
        </div>
      </Container>
      <CalendarSections
        isNew
        draft={draft}
        tried={tried}
        refusal={refusal}
        onEdit={onEdit}
      />
      <UnsavedChanges changed={draft !== begun && createdId === null} />
    </div>
  )
}
