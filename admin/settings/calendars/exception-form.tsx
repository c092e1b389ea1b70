import { Drawer, Input, Label, RadioGroup } from "@medusajs/ui"
import { useId, useRef } from "react"
import { useController } from "react-hook-form"
import { z } from "zod"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { useLeave, useUnsaved } from "../guarded-drawer"
import { useSettingsForm } from "../use-settings-form"
import type { ExceptionDraft } from "./calendar-values"
import { dateWords, dayNumber } from "./local-day"
import { isWrong, windowProblems, type Windows } from "./week"
import { WindowsField } from "./windows-field"

/** An exception for one date: closed, or special hours. */
export const ExceptionForm = ({
  exception,
  others,
  today,
  onClose,
  onOpen,
  onDone,
}: {
  /** The exception to edit; null for a new one. */
  exception: ExceptionDraft | null
  /** All exceptions of the calendar. */
  others: readonly ExceptionDraft[]
  today: string
  onClose: () => void
  /** Opens another exception instead. */
  onOpen: (exception: ExceptionDraft) => void
  onDone: (exceptions: ExceptionDraft[], insteadOf?: string) => void
}) => {
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  const closed = useRef<HTMLButtonElement>(null)
  const id = useId()
  const takenOn = (date: string) =>
    others.find((one) => one.date === date && date !== exception?.date)
  const { control, register, watch, submit, formState } =
    useSettingsForm<ExceptionDraft>(
      z.object({
        date: z
          .string()
          .refine(isDate, t("settings.calendars.dateNeeded"))
          // Has no message here: it is shown while typing.
          .refine((date) => !takenOn(date)),
        label: z.string().trim(),
        windows: z
          .custom<Windows>()
          .refine((windows) => !windowProblems(windows).some(isWrong)),
      }),
      exception ?? { date: "", label: "", windows: [] },
      form
    )
  const leave = useLeave()
  useUnsaved(formState.isDirty)
  const { field } = useController({ control, name: "windows" })
  const windows: Windows = field.value
  const date = watch("date")
  // After submitting, the list contains the date itself.
  const taken = formState.isSubmitSuccessful ? undefined : takenOn(date)
  const day = isDate(date)
    ? dateWords(date, t.locale, { day: "numeric", month: "long" })
    : t("settings.calendars.thatDay")

  return (
    <form
      ref={form}
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        void submit((values) => onDone([values], exception?.date))
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="flex flex-col gap-y-2">
          <Field
            label={t("settings.calendars.date")}
            error={
              taken
                ? t("settings.calendars.dateTaken", {
                    name: taken.label || t("settings.calendars.noLabel"),
                  })
                : formState.errors.date?.message
            }
          >
            {(field) => (
              <Input
                {...field}
                {...register("date")}
                type="date"
                autoFocus
                min={exception ? undefined : today}
                max="2099-12-31"
                className={TOUCH_HEIGHT}
              />
            )}
          </Field>
          {taken && (
            <SmallButton className="self-start" onClick={() => onOpen(taken)}>
              {t("settings.calendars.changeTaken")}
            </SmallButton>
          )}
        </div>
        <div className="flex">
          <Field label={t("settings.calendars.label")}>
            {(field) => (
              <Input
                {...field}
                {...register("label")}
                maxLength={200}
                placeholder={t("settings.calendars.labelExample")}
                className={TOUCH_HEIGHT}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-col gap-y-3">
          <RadioGroup
            aria-label={t("settings.calendars.hours")}
            value={windows.length === 0 ? "closed" : "hours"}
            onValueChange={(kind) =>
              field.onChange(kind === "closed" ? [] : [["10:00", "15:00"]])
            }
          >
            {(["closed", "hours"] as const).map((kind) => (
              <div
                key={kind}
                className={`${TOUCH_HEIGHT} flex items-center gap-x-3`}
              >
                <RadioGroup.Item
                  ref={kind === "closed" ? closed : undefined}
                  id={`${id}-${kind}`}
                  value={kind}
                />
                <Label htmlFor={`${id}-${kind}`} size="small">
                  {t(
                    kind === "closed"
                      ? "settings.calendars.closedAllDay"
                      : "settings.calendars.specialHours"
                  )}
                </Label>
              </div>
            ))}
          </RadioGroup>
          {windows.length > 0 && (
            <div className="pl-8">
              <WindowsField
                day={day}
                windows={windows}
                onChange={(changed) => {
                  field.onChange(changed)
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
        <SmallButton onClick={() => leave(onClose)}>
          {t("settings.cancel")}
        </SmallButton>
        <SmallButton type="submit" variant="primary">
          {t(
            exception ? "settings.calendars.done" : "settings.calendars.addDate"
          )}
        </SmallButton>
      </Drawer.Footer>
    </form>
  )
}

const isDate = (date: string): boolean => !Number.isNaN(dayNumber(date))
