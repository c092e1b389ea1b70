import type { MedusaContainer } from "@medusajs/framework/types"
import { localDateAt } from "../../business-time"
import { clockOf } from "../../clock"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import { Refusal, type RefusalPath } from "../../refusals"

export type DeskToday = { today: string; time_zone: string }

/** The local date in the time zone of the desk's calendar. */
export async function deskToday(
  container: MedusaContainer
): Promise<DeskToday> {
  const now = clockOf(container).now()
  const { calendars } = await container
    .resolve(FOLLOW_UP_MODULE)
    .readRuleBook(now)
  const time_zone =
    calendars.find(({ is_default }) => is_default)?.definition.time_zone ??
    "UTC"
  return { today: localDateAt(now, time_zone), time_zone }
}

/** Whether a moment is on an earlier day than today where the desk is. */
export function isPastDay(at: Date, { today, time_zone }: DeskToday): boolean {
  return localDateAt(at, time_zone) < today
}

/** A date that was told, as long as its day has not passed where the desk is. */
export async function unlessPast(
  at: Date | null,
  container: MedusaContainer
): Promise<Date | null> {
  return at && isPastDay(at, await deskToday(container)) ? null : at
}

/**
 * Today is no past day, at whatever hour: a supplier says the day.
 *
 * @throws Refusal `day_is_past`
 */
export async function refusePastDay(
  at: Date | string | null | undefined,
  path: RefusalPath,
  container: MedusaContainer
): Promise<void> {
  if (!at) {
    return
  }
  const desk = await deskToday(container)
  if (isPastDay(new Date(at), desk)) {
    throw new Refusal("day_is_past", { was: at, today: desk.today }, path)
  }
}
