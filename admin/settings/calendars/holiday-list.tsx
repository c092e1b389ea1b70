import { Badge, Checkbox, Skeleton, Text } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import type { HolidayChoice } from "./holiday-choices"
import { dateWords } from "./local-day"

/** The holidays, with checkboxes. */
export const HolidayList = ({
  choices,
  failed,
  ticked,
  onRetry,
  onTick,
}: {
  /** Null while loading. */
  choices: readonly HolidayChoice[] | null
  failed: boolean
  ticked: ReadonlySet<string>
  onRetry: () => void
  onTick: (ticked: ReadonlySet<string>) => void
}) => {
  const t = useText()
  if (failed) {
    return (
      <div role="alert" className="flex items-center justify-between gap-x-4">
        <Text size="small">{t("settings.calendars.holidays.error")}</Text>
        <SmallButton onClick={onRetry}>{t("error.retry")}</SmallButton>
      </div>
    )
  }
  if (!choices) {
    return (
      <div aria-hidden className="flex flex-col gap-y-3">
        {Array.from({ length: 6 }, (_, row) => (
          <Skeleton key={row} className="h-7 w-full" />
        ))}
      </div>
    )
  }
  if (choices.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("settings.calendars.holidays.none")}
      </Text>
    )
  }
  const daysOff = choices.filter(({ dayOff, added }) => dayOff && !added)
  const allTicked = daysOff.every(({ date }) => ticked.has(date))
  return (
    <div className="flex flex-col gap-y-1">
      {daysOff.length > 1 && (
        <SmallButton
          variant="transparent"
          className="text-ui-fg-subtle -ml-2 self-start"
          onClick={() =>
            onTick(new Set(allTicked ? [] : daysOff.map(({ date }) => date)))
          }
        >
          {t(
            allTicked
              ? "settings.calendars.holidays.untickAll"
              : "settings.calendars.holidays.tickAll"
          )}
        </SmallButton>
      )}
      <ul className="list-none divide-y">
        {choices.map((choice) => (
          <HolidayRow
            key={choice.date}
            choice={choice}
            ticked={ticked.has(choice.date)}
            onTick={(tick) => {
              const next = new Set(ticked)
              if (tick) {
                next.add(choice.date)
              } else {
                next.delete(choice.date)
              }
              onTick(next)
            }}
          />
        ))}
      </ul>
    </div>
  )
}

const HolidayRow = ({
  choice,
  ticked,
  onTick,
}: {
  choice: HolidayChoice
  ticked: boolean
  onTick: (ticked: boolean) => void
}) => {
  const t = useText()
  const id = useId()
  return (
    <li className="flex items-center gap-x-3 py-2 max-lg:min-h-12">
      <Checkbox
        id={id}
        checked={choice.added || ticked}
        disabled={choice.added}
        onCheckedChange={(state) => onTick(state === true)}
      />
      <label
        htmlFor={id}
        className="txt-compact-small flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-0.5"
      >
        <span className="text-ui-fg-subtle w-28 shrink-0 tabular-nums first-letter:uppercase">
          {dateWords(choice.date, t.locale, {
            weekday: "short",
            day: "numeric",
            month: "short",
          })}
        </span>
        <span className="text-ui-fg-base min-w-0 flex-1 basis-40 break-words">
          {choice.name}
        </span>
      </label>
      {(choice.added || !choice.dayOff) && (
        <Badge size="2xsmall" className="shrink-0">
          {t(
            choice.added
              ? "settings.calendars.holidays.added"
              : "settings.calendars.holidays.notForAll"
          )}
        </Badge>
      )}
    </li>
  )
}
