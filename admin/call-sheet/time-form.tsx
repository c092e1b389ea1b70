import { Input, clx } from "@medusajs/ui"
import { useMemo, useState, type RefObject } from "react"
import { serverNow } from "../clock/clock"
import { fromWallClock, toWallClock } from "../clock/from-wall-clock"
import { momentText } from "../clock/moment-text"
import { useText, type Text } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { useKeys, type Keys } from "../keyboard/use-keys"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { Field } from "./field"
import { FormFrame } from "./form-frame"
import type { QuickTime } from "./quick-times"

/** Asks for a future time: a preset by key, or any other. */
export const TimeForm = ({
  title,
  timesFrom,
  timeZone,
  pending,
  sheet,
  onChoose,
  onBack,
}: {
  title: string
  timesFrom: (now: number, timeZone: string) => readonly QuickTime[]
  /** The shop's time zone, in which the desk shows all times. */
  timeZone: string
  pending: boolean
  sheet: RefObject<Element>
  onChoose: (at: Date) => void
  onBack: () => void
}) => {
  const t = useText()
  // Fixed when the form opens: the presets must not change under the user.
  const [now] = useState(serverNow)
  const times = useMemo(
    () => timesFrom(now, timeZone),
    [timesFrom, now, timeZone]
  )
  const [typed, setTyped] = useState("")
  const [error, setError] = useState<string | null>(null)

  const keys: Keys = {}
  times.forEach(({ at }, index) => {
    keys[String(index + 1)] = () => onChoose(at)
  })
  useKeys(keys, sheet)

  const submit = () => {
    const at = fromWallClock(typed, timeZone)
    if (at && at.getTime() > serverNow()) {
      onChoose(at)
    } else {
      setError(t("forms.pickTime"))
    }
  }

  return (
    <FormFrame
      title={title}
      submit={t("forms.save")}
      pending={pending}
      onSubmit={submit}
      onBack={onBack}
    >
      <div className="flex flex-wrap gap-2">
        {times.map((time, index) => (
          <SmallButton
            key={time.at.getTime()}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(time.at)}
          >
            {time.kind !== "morning" && <span>{quickTimeText(t, time)}</span>}
            <span
              className={clx("inline-block tabular-nums", {
                "text-ui-fg-subtle": time.kind !== "morning",
                "first-letter:uppercase": time.kind === "morning",
              })}
            >
              {momentText(t, "when", time.at.getTime(), now, timeZone)}
            </span>
            <Key name={String(index + 1)} />
          </SmallButton>
        ))}
      </div>
      <Field label={t("forms.otherTime")} error={error}>
        {(field) => (
          <Input
            {...field}
            type="datetime-local"
            value={typed}
            min={toWallClock(now, timeZone)}
            className={TOUCH_HEIGHT}
            onChange={(event) => {
              setTyped(event.target.value)
              setError(null)
            }}
          />
        )}
      </Field>
    </FormFrame>
  )
}

function quickTimeText(
  t: Text,
  time: Exclude<QuickTime, { kind: "morning" }>
): string {
  return time.kind === "minutes"
    ? t("forms.minutes", { minutes: time.minutes })
    : t("forms.hours", { count: time.hours })
}
