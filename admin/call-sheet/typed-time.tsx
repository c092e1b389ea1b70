import { Input, Text as Line } from "@medusajs/ui"
import { useMemo, type RefObject } from "react"
import { exactMoment, dateText } from "../clock/moment-text"
import { LONGEST_AHEAD_MS, readTime, type ReadTime } from "../clock/read-time"
import { timeWords } from "../clock/time-words"
import { browserTimeZone, showsSameTime, wallClock } from "../clock/zoned"
import { useText, type Text } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { Field } from "./field"
import { localTime } from "./local-time"

/** Where a typed time is, and who is to be called then. */
export type TimePlace = {
  /** The shop's time zone, in which the desk shows all times. */
  timeZone: string
  /** The zones in which the customer may be. */
  zonesThere: readonly string[]
  /** The customer is called then, and not only expected to write. */
  isCall: boolean
}

/** Reads what is typed into it, and shows how it was understood. */
export const useTypedTime = (typed: string, now: number, timeZone: string) => {
  const { locale } = useText()
  const words = useMemo(() => timeWords(locale), [locale])
  return useMemo(
    () => readTime(typed, now, timeZone, words),
    [typed, now, timeZone, words]
  )
}

export const TypedTime = ({
  field: ref,
  typed,
  read,
  isRefused,
  now,
  place,
  onType,
}: {
  field: RefObject<HTMLInputElement>
  typed: string
  read: ReadTime
  /** It was submitted as it is. */
  isRefused: boolean
  now: number
  place: TimePlace
  onType: (typed: string) => void
}) => {
  const t = useText()
  const fault = "fault" in read ? faultText(t, read.fault, now, place) : null
  const outside =
    place.isCall && "at" in read
      ? localTime(place.zonesThere, read.at.getTime())?.outside
      : "no"
  return (
    <Field label={t("forms.otherTime")} error={isRefused ? fault : null}>
      {(field) => (
        <>
          <Input
            {...field}
            ref={ref}
            value={typed}
            placeholder={t("forms.timeExamples")}
            autoComplete="off"
            spellCheck={false}
            className={TOUCH_HEIGHT}
            onChange={(event) => onType(event.target.value)}
          />
          <Line
            role="status"
            size="small"
            leading="compact"
            className="text-ui-fg-subtle min-h-5 tabular-nums"
          >
            {typed.trim() === "" || isRefused
              ? null
              : "fault" in read
                ? fault
                : readingText(t, read, now, place)}
            {(outside === "yes" || outside === "maybe") && (
              <span className="text-ui-tag-orange-text block">
                {t(outside === "yes" ? "sheet.tooLate" : "sheet.mayBeLate")}
              </span>
            )}
          </Line>
        </>
      )}
    </Field>
  )
}

/** `Sat, Nov 28, 10:30 · Ukraine Time`, and what the customer's clock shows then. */
function readingText(
  t: Text,
  { at, moved }: Extract<ReadTime, { at: Date }>,
  now: number,
  { timeZone, zonesThere }: TimePlace
): string {
  const moment = at.getTime()
  const isThisYear = yearOf(moment, timeZone) === yearOf(now, timeZone)
  const [there, otherThere] = [
    ...new Set(zonesThere.map((zone) => wallClock(moment, zone)?.time)),
  ]
  return [
    exactMoment(t, moment, timeZone, !isThisYear),
    // Whose clock it is, where the user's own shows another time.
    ...(showsSameTime(timeZone, browserTimeZone(), moment)
      ? []
      : [zoneName(t, moment, timeZone)]),
    ...(there &&
    !otherThere &&
    !showsSameTime(timeZone, zonesThere[0] ?? "", moment)
      ? [t("forms.timeThere", { time: there })]
      : []),
    ...(moved ? [t(`forms.timeMoved.${moved}`)] : []),
  ].join(" · ")
}

function faultText(
  t: Text,
  fault: Extract<ReadTime, { fault: string }>["fault"],
  now: number,
  { timeZone }: TimePlace
): string {
  return t(`forms.timeFaults.${fault}`, {
    examples: t("forms.timeExamples"),
    date: dateText(t, now + LONGEST_AHEAD_MS, timeZone),
  })
}

function yearOf(at: number, timeZone: string): number {
  const day = wallClock(at, timeZone)?.day ?? 0
  return new Date(day * 86_400_000).getUTCFullYear()
}

/** `Ukraine Time`, in the language of the page. */
function zoneName(t: Text, at: number, timeZone: string): string {
  return (
    new Intl.DateTimeFormat(t.locale, {
      timeZone,
      timeZoneName: "shortGeneric",
    })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone
  )
}
