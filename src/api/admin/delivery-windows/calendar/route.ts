import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { clockOf } from "../../../../clock"
import { calendarOf } from "../../../../workflows/delivery-window/board"
import { deskToday } from "../../../../workflows/desk/desk-today"
import { refuseWrongDate } from "../../../../workflows/delivery-window/check-change"
import { tellingRefusals } from "../../follow-ups/tell-refusals"
import { presentWindow } from "../present-board"
import type { AdminDeliveryWindowCalendarResponse } from "../templates/types"
import type { GetCalendar } from "../templates/validators"

const DAY_MS = 86_400_000
const WEEK = 7
/** 1970-01-05 was a Monday. */
const A_MONDAY = 4

/** The windows of whole weeks, and how full each is. */
export const GET = tellingRefusals(
  async (
    {
      scope,
      validatedQuery: { from: asked, days },
    }: AuthenticatedMedusaRequest<unknown, GetCalendar>,
    response: MedusaResponse<AdminDeliveryWindowCalendarResponse>
  ) => {
    refuseWrongDate(asked ?? null, "from")
    const { today, time_zone } = await deskToday(scope)
    const start = Math.floor(Date.parse(asked ?? today) / DAY_MS)
    const monday = start - ((((start - A_MONDAY) % WEEK) + WEEK) % WEEK)
    const from = dateOf(monday)
    const to = dateOf(monday + Math.ceil(days / WEEK) * WEEK - 1)
    const windows = await calendarOf(from, to, scope)
    response.json({
      from,
      to,
      windows: windows.map(presentWindow),
      today,
      time_zone,
      now: clockOf(scope).now().toISOString(),
    })
  }
)

const dateOf = (day: number) =>
  new Date(day * DAY_MS).toISOString().slice(0, 10)
