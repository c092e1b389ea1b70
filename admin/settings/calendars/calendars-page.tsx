import { CalendarMini } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SettingsPage } from "../settings-page"
import { ApplyingPanel } from "./applying-panel"
import { CALENDARS_PATH } from "./calendar-paths"
import { CalendarsList, CalendarsSkeleton } from "./calendars-list"
import { useCalendars } from "./queries"

/** The shop's calendars, and which of them applies when. */
export const CalendarsPage = () => {
  const t = useText()
  const { data, error, refetch } = useCalendars()
  return (
    <div className="flex flex-col gap-y-3">
      <SettingsPage
        tab="calendars"
        action={
          <Button
            asChild
            size="small"
            variant="secondary"
            className="max-lg:min-h-10"
          >
            <Link to={`${CALENDARS_PATH}/create`}>
              {t("settings.calendars.create")}
            </Link>
          </Button>
        }
      >
        {!data && !error && <CalendarsSkeleton />}
        {!data && error && (
          <LoadError
            title={t("settings.calendars.listError")}
            reason={error}
            onRetry={() => void refetch()}
          />
        )}
        {data?.calendars.length === 0 && (
          <Message
            icon={<CalendarMini />}
            title={t("settings.calendars.none")}
            text={t("settings.calendars.noneText")}
          />
        )}
        {data && data.calendars.length > 0 && (
          <CalendarsList calendars={data.calendars} />
        )}
      </SettingsPage>
      {data && data.calendars.length > 0 && <ApplyingPanel />}
    </div>
  )
}
