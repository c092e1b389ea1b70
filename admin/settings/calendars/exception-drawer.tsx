import { Button, Drawer, Input, Label, RadioGroup } from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { DrawerHeader } from "../drawer-header"
import { useShowWrong } from "../use-show-wrong"
import type { ExceptionDraft } from "./draft"
import { dateWords, dayNumber } from "./local-day"
import { isWrong, windowProblems } from "./week"
import { WindowsField } from "./windows-field"

/** One date: closed, or with hours of its own. */
export const ExceptionDrawer = ({
  open,
  exception,
  others,
  today,
  onClose,
  onClosed,
  onOpen,
  onDone,
}: {
  open: boolean
  /** The one that is edited; null for a new one. */
  exception: ExceptionDraft | null
  /** All that there are. */
  others: readonly ExceptionDraft[]
  today: string
  onClose: () => void
  /** It is gone, and the focus with it. */
  onClosed: (event: Event) => void
  /** Goes on with another instead. */
  onOpen: (exception: ExceptionDraft) => void
  onDone: (exception: ExceptionDraft, insteadOf?: string) => void
}) => {
  const t = useText()
  const [date, setDate] = useState(exception?.date ?? "")
  const [label, setLabel] = useState(exception?.label ?? "")
  const [windows, setWindows] = useState(exception?.windows ?? [])
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const showWrong = useShowWrong(form)
  const closed = useRef<HTMLButtonElement>(null)
  const closedId = useId()
  const hoursId = useId()

  const dateMissing = Number.isNaN(dayNumber(date))
  const taken = others.find(
    (other) => other.date === date && other.date !== exception?.date
  )
  const submit = () => {
    setTried(true)
    if (dateMissing || taken || windowProblems(windows).some(isWrong)) {
      showWrong()
    } else {
      onDone({ date, label: label.trim(), windows }, exception?.date)
    }
  }
  const dateError = taken
    ? t("settings.calendars.dateTaken", {
        name: taken.label || t("settings.calendars.noLabel"),
      })
    : tried && dateMissing
      ? t("settings.calendars.dateNeeded")
      : null
  const day = dateMissing
    ? t("settings.calendars.thatDay")
    : dateWords(date, t.locale, { day: "numeric", month: "long" })

  return (
    <Drawer open={open} onOpenChange={(shown) => !shown && onClose()}>
      <Drawer.Content aria-describedby={undefined} onCloseAutoFocus={onClosed}>
        <DrawerHeader
          title={t(
            exception
              ? "settings.calendars.changeDate"
              : "settings.calendars.addDate"
          )}
        />
        <form
          ref={form}
          noValidate
          className="flex min-h-0 flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <div className="flex flex-col gap-y-2">
              <Field label={t("settings.calendars.date")} error={dateError}>
                {(field) => (
                  <Input
                    {...field}
                    type="date"
                    autoFocus
                    min={exception ? undefined : today}
                    max="2099-12-31"
                    value={date}
                    className="max-lg:h-10"
                    onChange={(event) => setDate(event.target.value)}
                  />
                )}
              </Field>
              {taken && (
                <Button
                  type="button"
                  size="small"
                  variant="secondary"
                  className="self-start max-lg:min-h-10"
                  onClick={() => onOpen(taken)}
                >
                  {t("settings.calendars.changeTaken")}
                </Button>
              )}
            </div>
            <div className="flex">
              <Field label={t("settings.calendars.label")}>
                {(field) => (
                  <Input
                    {...field}
                    value={label}
                    maxLength={200}
                    placeholder={t("settings.calendars.labelExample")}
                    className="max-lg:h-10"
                    onChange={(event) => setLabel(event.target.value)}
                  />
                )}
              </Field>
            </div>
            <div className="flex flex-col gap-y-3">
              <RadioGroup
                aria-label={t("settings.calendars.hours")}
                value={windows.length === 0 ? "closed" : "hours"}
                onValueChange={(kind) =>
                  setWindows(kind === "closed" ? [] : [["10:00", "15:00"]])
                }
              >
                <div className="flex items-center gap-x-3 max-lg:min-h-10">
                  <RadioGroup.Item ref={closed} id={closedId} value="closed" />
                  <Label htmlFor={closedId} size="small">
                    {t("settings.calendars.closedAllDay")}
                  </Label>
                </div>
                <div className="flex items-center gap-x-3 max-lg:min-h-10">
                  <RadioGroup.Item id={hoursId} value="hours" />
                  <Label htmlFor={hoursId} size="small">
                    {t("settings.calendars.specialHours")}
                  </Label>
                </div>
              </RadioGroup>
              {windows.length > 0 && (
                <div className="pl-8">
                  <WindowsField
                    day={day}
                    windows={windows}
                    onChange={(changed) => {
                      setWindows(changed)
                      if (changed.length === 0) {
                        closed.current?.focus()
                      }
                    }}
                  />
                </div>
              )}
            </div>
          </Drawer.Body>
          <Drawer.Footer>
            <Button
              type="button"
              size="small"
              variant="secondary"
              className="max-lg:min-h-10"
              onClick={onClose}
            >
              {t("settings.cancel")}
            </Button>
            <Button type="submit" size="small" className="max-lg:min-h-10">
              {t(
                exception
                  ? "settings.calendars.done"
                  : "settings.calendars.addDate"
              )}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
