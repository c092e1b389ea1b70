import { clx } from "@medusajs/ui"
import { useMemo, useRef, useState } from "react"
import { serverNow } from "../clock/clock"
import { momentText } from "../clock/moment-text"
import { useMinute } from "../clock/use-now"
import { useText, type Text } from "../i18n/use-text"
import { useListKeys } from "../keyboard/use-list-keys"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"
import { NoteField, type NoteDraft } from "./note-field"
import type { QuickTime } from "./quick-times"
import { TypedTime, useTypedTime, type TimePlace } from "./typed-time"

/**
 * Asks for a future time: a preset by the arrow keys, or any other in words.
 * Letters and digits, with which a typed time begins, go to the field from the
 * presets, so these have no keys of their own.
 */
export const TimeForm = ({
  title,
  timesFrom,
  place,
  draft,
  pending,
  onChoose,
  onBack,
}: {
  title: string
  timesFrom: (
    now: number,
    timeZone: string,
    zonesThere: readonly string[]
  ) => readonly QuickTime[]
  place: TimePlace
  draft: NoteDraft
  pending: boolean
  onChoose: (at: Date) => void
  onBack: () => void
}) => {
  const t = useText()
  const { timeZone, zonesThere } = place
  // Fixed when the form opens: the presets must not change under the user.
  const [now] = useState(serverNow)
  const times = useMemo(
    () => timesFrom(now, timeZone, zonesThere),
    [timesFrom, now, timeZone, zonesThere]
  )
  const [typed, setTyped] = useState("")
  const [isRefused, setRefused] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const minute = useMinute()
  const read = useTypedTime(typed, minute, timeZone)
  const { list } = useListKeys<HTMLDivElement>()

  const submit = () => {
    if ("at" in read) {
      onChoose(read.at)
    } else {
      setRefused(true)
      field.current?.focus()
    }
  }

  return (
    <FormFrame
      title={title}
      submit={t("forms.save")}
      pending={pending}
      onSubmit={submit}
      onBack={onBack}
      onText={() => field.current?.focus()}
    >
      <div {...list} className="flex flex-wrap gap-2">
        {times.map((time, index) => (
          <SmallButton
            key={time.at.getTime()}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(time.at)}
          >
            {time.kind !== "timeOfDay" && <span>{quickTimeText(t, time)}</span>}
            <span
              className={clx("inline-block tabular-nums", {
                "text-ui-fg-subtle": time.kind !== "timeOfDay",
                "first-letter:uppercase": time.kind === "timeOfDay",
              })}
            >
              {momentText(t, "when", time.at.getTime(), now, timeZone)}
            </span>
          </SmallButton>
        ))}
      </div>
      <TypedTime
        field={field}
        typed={typed}
        read={read}
        isRefused={isRefused}
        now={minute}
        place={place}
        onType={(text) => {
          setTyped(text)
          setRefused(false)
        }}
      />
      <NoteField {...draft} />
    </FormFrame>
  )
}

function quickTimeText(
  t: Text,
  time: Exclude<QuickTime, { kind: "timeOfDay" }>
): string {
  return time.kind === "minutes"
    ? t("forms.minutes", { minutes: time.minutes })
    : t("forms.hours", { count: time.hours })
}
