import { PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Drawer, Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useController, useWatch, type Control } from "react-hook-form"
import { useMinute } from "../../clock/use-now"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { SmallButton } from "../../task/small-button"
import { DrawerHeader } from "../drawer-header"
import { GuardedDrawer } from "../guarded-drawer"
import { SectionFrame } from "../section-frame"
import {
  withExceptions,
  type CalendarValues,
  type ExceptionDraft,
} from "./calendar-values"
import { ExceptionForm } from "./exception-form"
import { HolidaysForm, NO_PLACE } from "./holidays-form"
import { hoursText } from "./hours-text"
import { dateWords, localDate } from "./local-day"

type Shown = "holidays" | "new" | ExceptionDraft

/** Dates on which the weekly hours do not apply. */
export const ExceptionsSection = ({
  control,
  wrong,
}: {
  control: Control<CalendarValues>
  wrong: readonly string[]
}) => {
  const t = useText()
  const { field } = useController({ control, name: "exceptions" })
  const exceptions: readonly ExceptionDraft[] = field.value
  const timeZone = useWatch({ control, name: "time_zone" })
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<Shown>("new")
  const [place, setPlace] = useState(NO_PLACE)
  const opener = useRef<Element | null>(null)
  const addDate = useRef<HTMLButtonElement>(null)
  const [pastShown, setPastShown] = useState(false)
  const today = localDate(useMinute(), timeZone)
  const ahead = exceptions.filter(({ date }) => date >= today)
  const past = exceptions.filter(({ date }) => date < today)
  const show = (what: Shown) => {
    opener.current = document.activeElement
    setShown(what)
    setOpen(true)
  }
  const close = () => setOpen(false)
  const add = (added: readonly ExceptionDraft[], insteadOf?: string) => {
    field.onChange(withExceptions(exceptions, added, insteadOf))
    close()
  }
  /** The row that opened the drawer may have been removed. */
  const giveFocusBack = (event: Event) => {
    event.preventDefault()
    const { current } = opener
    const to =
      current instanceof HTMLElement && current.isConnected
        ? current
        : addDate.current
    to?.focus({ preventScroll: true })
  }
  const row = (exception: ExceptionDraft) => (
    <ExceptionRow
      key={exception.date}
      exception={exception}
      onOpen={() => show(exception)}
      onRemove={() =>
        field.onChange(withExceptions(exceptions, [], exception.date))
      }
    />
  )

  return (
    <SectionFrame
      title={t("settings.calendars.exceptions")}
      summary={t("settings.calendars.exceptionsHint")}
      wrong={wrong}
      aside={
        <div className="flex shrink-0 flex-wrap justify-end gap-2">
          <SmallButton onClick={() => show("holidays")}>
            {t("settings.calendars.holidays.open")}
          </SmallButton>
          <SmallButton ref={addDate} onClick={() => show("new")}>
            {t("settings.calendars.addDate")}
          </SmallButton>
        </div>
      }
    >
      {ahead.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.calendars.noExceptions")}
        </Text>
      ) : (
        <ul className="-my-4 list-none divide-y">{ahead.map(row)}</ul>
      )}
      {past.length > 0 && (
        <div className="border-t pt-3">
          <SmallButton
            variant="transparent"
            aria-expanded={pastShown}
            className="text-ui-fg-subtle -ml-2"
            onClick={() => setPastShown(!pastShown)}
          >
            {t(
              pastShown
                ? "settings.calendars.hidePast"
                : "settings.calendars.showPast",
              { count: past.length }
            )}
          </SmallButton>
          {pastShown && <ul className="list-none divide-y">{past.map(row)}</ul>}
        </div>
      )}
      <GuardedDrawer open={open} onClose={close}>
        {shown === "holidays" ? (
          <Drawer.Content onCloseAutoFocus={giveFocusBack}>
            <DrawerHeader
              title={t("settings.calendars.holidays.open")}
              hint={t("settings.calendars.holidays.hint")}
            />
            <HolidaysForm
              place={place}
              exceptions={exceptions}
              timeZone={timeZone}
              today={today}
              onPlace={setPlace}
              onClose={close}
              onAdd={add}
            />
          </Drawer.Content>
        ) : (
          <Drawer.Content
            aria-describedby={undefined}
            onCloseAutoFocus={giveFocusBack}
          >
            <DrawerHeader
              title={t(
                shown === "new"
                  ? "settings.calendars.addDate"
                  : "settings.calendars.changeDate"
              )}
            />
            <ExceptionForm
              key={shown === "new" ? shown : shown.date}
              exception={shown === "new" ? null : shown}
              others={exceptions}
              today={today}
              onClose={close}
              onOpen={setShown}
              onDone={add}
            />
          </Drawer.Content>
        )}
      </GuardedDrawer>
    </SectionFrame>
  )
}

const ExceptionRow = ({
  exception,
  onOpen,
  onRemove,
}: {
  exception: ExceptionDraft
  onOpen: () => void
  onRemove: () => void
}) => {
  const t = useText()
  const date = dateWords(exception.date, t.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  })
  return (
    <li className="txt-compact-small flex items-center gap-x-4 py-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
        <span className="text-ui-fg-base w-36 shrink-0 tabular-nums first-letter:uppercase">
          {date}
        </span>
        <span className="text-ui-fg-subtle min-w-0 flex-1 basis-32 break-words">
          {exception.label}
        </span>
        {exception.windows.length === 0 ? (
          <Badge size="2xsmall">{t("settings.calendars.closed")}</Badge>
        ) : (
          <span className="text-ui-fg-base tabular-nums">
            {hoursText(t, exception.windows)}
          </span>
        )}
      </div>
      <div className="flex shrink-0">
        <IconAction
          aria-label={t("settings.calendars.editDate", { date })}
          onClick={onOpen}
        >
          <PencilSquare />
        </IconAction>
        <IconAction
          aria-label={t("settings.calendars.removeDate", { date })}
          onClick={onRemove}
        >
          <Trash />
        </IconAction>
      </div>
    </li>
  )
}
