import { SquareTwoStack } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { WEEKDAYS, type Weekday } from "../../../src/business-time/definition"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { otherOpenDays, sameWindows, type Week } from "./week"
import { weekdayName } from "./weekday-name"

/** Copies the hours of one day to others. */
export const CopyDayMenu = ({
  day,
  week,
  onCopy,
}: {
  day: Weekday
  week: Week
  onCopy: (to: Weekday[]) => void
}) => {
  const t = useText()
  const others = WEEKDAYS.filter((other) => other !== day)
  const working = otherOpenDays(week, day)
  const label = t("settings.calendars.copyDay", {
    day: weekdayName(day, t.locale),
  })
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconAction aria-label={label}>
          <SquareTwoStack />
        </IconAction>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" aria-label={label}>
        <DropdownMenu.Item
          disabled={working.length === 0}
          onSelect={() => onCopy(working)}
        >
          {t("settings.calendars.copyToWorking")}
        </DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => onCopy(others)}>
          {t("settings.calendars.copyToAll")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        {others.map((other) => (
          <DropdownMenu.CheckboxItem
            key={other}
            checked={sameWindows(week[other], week[day])}
            // Keeps the menu open, to select several.
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={() => onCopy([other])}
          >
            <span className="first-letter:uppercase">
              {weekdayName(other, t.locale)}
            </span>
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
