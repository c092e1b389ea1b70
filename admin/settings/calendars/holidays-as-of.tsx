import { Text } from "@medusajs/ui"
import type { AdminFollowUpHolidaysResponse } from "../../../src/api/admin/follow-ups/calendars/types"
import { useText } from "../../i18n/use-text"
import { dateWords } from "./local-day"

/** When the holidays were last compared with the law, and whose they are. */
export const HolidaysAsOf = ({
  year,
  as_of,
  decreed_until,
}: Pick<AdminFollowUpHolidaysResponse, "as_of" | "decreed_until"> & {
  year: number
}) => {
  const t = useText()
  const date = dateWords(as_of, t.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
  })
  return (
    <Text size="xsmall" className="text-ui-fg-subtle">
      {t("settings.calendars.holidays.asOf", { date })}
      {decreed_until !== null &&
        year > decreed_until &&
        ` ${t("settings.calendars.holidays.notDecreed", { year: String(year) })}`}
    </Text>
  )
}
