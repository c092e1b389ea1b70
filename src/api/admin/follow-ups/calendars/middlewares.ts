import type { MiddlewareRoute } from "@medusajs/framework/http"
import { deletesRule, readsRules, sendsRule } from "../guarded-routes"
import { DryRunOrNot, NoFields } from "../validators"
import {
  CreateCalendar,
  DeleteCalendar,
  GetApplyingCalendar,
  GetHolidays,
  ListCalendars,
  ListHolidayCountries,
  PreviewCalendar,
  UpdateCalendar,
} from "./validators"

export const calendarMiddlewares: MiddlewareRoute[] = [
  readsRules("/calendars", ListCalendars),
  readsRules("/calendars/applying", GetApplyingCalendar),
  readsRules("/calendars/holidays", GetHolidays),
  readsRules("/calendars/holiday-countries", ListHolidayCountries),
  readsRules("/calendars/:id", NoFields),
  sendsRule("/calendars", "create", CreateCalendar),
  sendsRule("/calendars/preview", "read", PreviewCalendar),
  sendsRule("/calendars/:id", "update", UpdateCalendar, DryRunOrNot),
  deletesRule("/calendars/:id", DeleteCalendar),
]
