import { useEffect, type RefObject } from "react"
import { useText, type Text } from "../../i18n/use-text"
import { useSettingsForm } from "../use-settings-form"
import { calendarSchema, type CalendarValues } from "./calendar-values"
import { refusalOf } from "./refusal-place"

export type CalendarForm = ReturnType<typeof useCalendarForm>

export const useCalendarForm = (
  values: CalendarValues,
  page: RefObject<HTMLElement>
) => {
  const t = useText()
  const form = useSettingsForm<CalendarValues>(calendarSchema(t), values, page)
  const { subscribe, trigger } = form
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        // Any change may fix the server's errors.
        callback: ({ isSubmitted }) => {
          if (isSubmitted) {
            void trigger()
          }
        },
      }),
    [subscribe, trigger]
  )
  return form
}

/** Shows the server's error at the field it refers to. */
export function refuse(
  t: Text,
  { setError }: CalendarForm,
  error: unknown
): void {
  const { place, message } = refusalOf(t, error)
  setError(place.part === "page" ? "root" : place.part, { message })
}
