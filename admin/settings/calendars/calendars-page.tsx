import { CalendarMini, Plus } from "@medusajs/icons"
import { Link } from "react-router-dom"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SmallButton } from "../../task/small-button"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"
import { ApplyingPanel } from "./applying-panel"
import { CALENDARS_PATH } from "./calendar-paths"
import { CalendarsList } from "./calendars-list"
import { useCalendars } from "./queries"

/** The shop's calendars, and when each applies. */
export const CalendarsPage = () => {
  const t = useText()
  const { data, error, refetch } = useCalendars()
  return (
    <div className="flex flex-col gap-y-3">
      <SettingsPage
        tab="calendars"
        action={
          <SmallButton asChild>
            <Link to={`${CALENDARS_PATH}/create`}>
              <Plus aria-hidden />
              {t("settings.calendars.create")}
            </Link>
          </SmallButton>
        }
      >
        {!data && !error && <ListSkeleton />}
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
