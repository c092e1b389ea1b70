import {
  keepPreviousData,
  queryOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  AdminCreateFollowUpCalendar,
  AdminFollowUpApplyingCalendarResponse,
  AdminFollowUpCalendar,
  AdminFollowUpCalendarDeleteResponse,
  AdminFollowUpCalendarListResponse,
  AdminFollowUpCalendarPreviewResponse,
  AdminFollowUpCalendarResponse,
  AdminFollowUpHolidayCountriesResponse,
  AdminFollowUpHolidaysResponse,
  AdminUpdateFollowUpCalendar,
  CalendarDefinition,
} from "../../../src/api/admin/follow-ups/calendars/types"
import {
  ask,
  askWithoutClock,
  change,
  dryRunIn,
  remove,
} from "../../api/client"
import { followUpKeys } from "../../api/keys"
import { useRuleNames } from "../../desk/use-rule-names"
import { HOUR_MS, refetchTasks, retry } from "../../api/queries"
import { readAnew } from "../../api/read-anew"

const all = [...followUpKeys.all, "calendars"] as const

const calendarKeys = {
  all,
  list: [...all, "list"] as const,
  one: (id: string) => [...all, "one", id] as const,
  preview: (definition: CalendarDefinition) =>
    [...all, "preview", definition] as const,
  applying: (task: AskedTask) => [...all, "applying", task] as const,
  countries: (locale: string, time_zone: string) =>
    [...all, "countries", locale, time_zone] as const,
  holidays: (asked: AskedHolidays) => [...all, "holidays", asked] as const,
}

const MINUTE_MS = 60_000

/** A shop has only a few; one page is enough. */
const MOST_CALENDARS = 200

export const useCalendars = () => {
  const named = useRuleNames()
  return useQuery({
    retry,
    select: named<AdminFollowUpCalendarListResponse>,
    // Whether it is open changes over time.
    refetchInterval: MINUTE_MS,
    queryKey: calendarKeys.list,
    queryFn: ({ signal }) =>
      ask<AdminFollowUpCalendarListResponse>(
        "/calendars",
        { limit: MOST_CALENDARS },
        signal
      ),
  })
}

const calendarOptions = (id: string) =>
  queryOptions({
    queryKey: calendarKeys.one(id),
    queryFn: ({ signal }) =>
      calendarIn(ask(`/calendars/${id}`, undefined, signal)),
  })

export const useCalendar = (id: string) => {
  const named = useRuleNames()
  return useQuery({
    ...calendarOptions(id),
    retry,
    select: named<AdminFollowUpCalendar>,
  })
}

/** A preview of the next six weeks of an unsaved calendar. */
export const usePreview = (definition: CalendarDefinition, enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    placeholderData: keepPreviousData,
    queryKey: calendarKeys.preview(definition),
    queryFn: async ({ signal }) => {
      const { preview } = await change<AdminFollowUpCalendarPreviewResponse>(
        "/calendars/preview",
        { definition },
        undefined,
        signal
      )
      return preview
    },
  })

/** The task to find the calendar for; omitted fields are unknown. */
export type AskedTask = {
  type: string
  sales_channel_id?: string
  stock_location_id?: string
  region_id?: string
}

export const useApplying = (task: AskedTask, enabled: boolean) => {
  const named = useRuleNames()
  return useQuery({
    retry,
    enabled,
    select: named<AdminFollowUpApplyingCalendarResponse["applying"]>,
    placeholderData: keepPreviousData,
    queryKey: calendarKeys.applying(task),
    queryFn: async () => {
      const { applying } =
        await askWithoutClock<AdminFollowUpApplyingCalendarResponse>(
          "/calendars/applying",
          task
        )
      return applying
    },
  })
}

export const useHolidayCountries = (locale: string, time_zone: string) =>
  useQuery({
    retry,
    staleTime: HOUR_MS,
    queryKey: calendarKeys.countries(locale, time_zone),
    queryFn: () =>
      askWithoutClock<AdminFollowUpHolidayCountriesResponse>(
        "/calendars/holiday-countries",
        { locale, time_zone }
      ),
  })

export type AskedHolidays = {
  country: string
  state?: string
  year: number
  locale: string
}

export const useHolidays = (asked: AskedHolidays) =>
  useQuery({
    retry,
    enabled: asked.country !== "",
    staleTime: HOUR_MS,
    queryKey: calendarKeys.holidays(asked),
    queryFn: () =>
      askWithoutClock<AdminFollowUpHolidaysResponse>(
        "/calendars/holidays",
        asked
      ),
  })

export const createCalendar = (body: AdminCreateFollowUpCalendar) =>
  calendarIn(change("/calendars", body))

export const updateCalendar = (id: string, body: AdminUpdateFollowUpCalendar) =>
  calendarIn(change(`/calendars/${id}`, body))

export const dryRunUpdate = (id: string, body: AdminUpdateFollowUpCalendar) =>
  dryRunIn(change(`/calendars/${id}`, body, { dry_run: true }))

export const deleteCalendar = (id: string, replace_with?: string) =>
  remove<AdminFollowUpCalendarDeleteResponse>(`/calendars/${id}`, {
    replace_with,
  })

export const dryRunDelete = (id: string, replace_with?: string) =>
  dryRunIn(remove(`/calendars/${id}`, { replace_with, dry_run: true }))

async function calendarIn(answer: Promise<AdminFollowUpCalendarResponse>) {
  return (await answer).calendar
}

/** The playbook's calendar, or else the shop's default one. */
export function calendarOf(
  calendar_id: string | null,
  calendars: readonly AdminFollowUpCalendar[]
): AdminFollowUpCalendar | undefined {
  return (
    calendars.find(({ id }) => id === calendar_id) ??
    calendars.find(({ is_default }) => is_default)
  )
}

/** Refreshes the calendars, and the tasks that use them, after a change. */
export const useCalendarsChanged = () => {
  const client = useQueryClient()
  return {
    changed: (calendar?: AdminFollowUpCalendar) => {
      if (calendar) {
        client.setQueryData(calendarKeys.one(calendar.id), calendar)
      }
      void readAnew(client, { queryKey: calendarKeys.list })
      void readAnew(client, { queryKey: [...all, "applying"] })
      refetchTasks(client)
    },
    /** Fetches the current calendar, bypassing the cache. */
    latest: (id: string) =>
      client.fetchQuery({ ...calendarOptions(id), staleTime: 0 }),
    forget: (id: string) =>
      client.removeQueries({ queryKey: calendarKeys.one(id) }),
  }
}
