import { EllipsisHorizontal } from "@medusajs/icons"
import {
  Badge,
  Container,
  DropdownMenu,
  Heading,
  StatusBadge,
  Text,
} from "@medusajs/ui"
import type { RefObject } from "react"
import type { AdminFollowUpCalendar } from "../../../src/api/admin/follow-ups/calendars/types"
import { useMinute } from "../../clock/use-now"
import { useText } from "../../i18n/use-text"
import { IconAction } from "../../task/icon-action"
import { BackLink } from "../back-link"
import { openText } from "./open-text"

/** The saved calendar, regardless of unsaved changes below. */
export const CalendarHeader = ({
  calendar,
  actions,
  onMakeDefault,
  onDelete,
}: {
  calendar: AdminFollowUpCalendar
  /** The button of the menu. */
  actions: RefObject<HTMLButtonElement>
  onMakeDefault: () => void
  onDelete: () => void
}) => {
  const t = useText()
  const now = useMinute()
  return (
    <Container className="flex items-start justify-between gap-x-4 px-6 py-4 max-lg:px-4">
      <div className="flex min-w-0 flex-col gap-y-1.5">
        <BackLink tab="calendars" />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Heading className="min-w-0 break-words">{calendar.name}</Heading>
          <StatusBadge color={calendar.is_open ? "green" : "grey"}>
            {openText(t, calendar, now)}
          </StatusBadge>
          {calendar.is_default && (
            <Badge size="2xsmall">{t("settings.calendars.default")}</Badge>
          )}
        </div>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {[
            t("settings.calendars.openTasks", { count: calendar.active_tasks }),
            calendar.playbooks.length > 0 &&
              t("settings.calendars.playbooksUsing", {
                names: calendar.playbooks.map(({ name }) => name).join(", "),
              }),
            !calendar.is_edited && t("settings.calendars.fromConfig"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      {/* Not modal: the question that it opens would find the page locked. */}
      <DropdownMenu modal={false}>
        <DropdownMenu.Trigger asChild>
          <IconAction
            ref={actions}
            aria-label={t("settings.calendars.actions")}
          >
            <EllipsisHorizontal />
          </IconAction>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Item
            disabled={calendar.is_default}
            onSelect={onMakeDefault}
          >
            {t("settings.calendars.makeDefault")}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={onDelete}>
            {t("settings.calendars.delete")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
    </Container>
  )
}
