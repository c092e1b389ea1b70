import { SETTINGS_PATHS } from "../settings-tabs"

export const CALENDARS_PATH = SETTINGS_PATHS.calendars

export const calendarPath = (id: string): string => `${CALENDARS_PATH}/${id}`
