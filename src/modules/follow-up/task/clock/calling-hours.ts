import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../business-time"
import { customerTimeZones } from "./customer-time-zones"
import { everyDay } from "./every-day"
import { nextOpening } from "./next-turn"
import type { RetryRules } from "../../../../desk/playbook"

type CallingHours = NonNullable<RetryRules["calling_hours"]>

/**
 * If opening hours and calling hours overlap at all, they do so within these
 * steps.
 */
const MAX_LOOKS = 60

/** Where and when a customer may be called. */
type Callable = {
  /** Null: at any hour. */
  hours: CallingHours | null
  country: string | null
  /**
   * When a person last called, assumed to be at a sensible hour; null: not yet.
   */
  called_at: Date | null
}

/**
 * The first moment from `from` on at which the shop is open and it is within
 * calling hours at the customer's address: in a country with several zones, in
 * all the zones in which the last call was. If the two never overlap, only
 * calling hours count: nobody is called at night because the shop works then.
 */
export function callableFrom(
  from: Date,
  calendar: BusinessCalendar,
  { hours, country, called_at }: Callable
): Date {
  if (!hours) {
    return firstCommon(from, [calendar]) ?? from
  }
  const welcome = (at: Date) =>
    welcomeWhere(
      customerTimeZones(country, at).map((zone) =>
        callingCalendar(zone, hours)
      ),
      called_at
    )
  const there = welcome(from)
  const found =
    firstCommon(from, [calendar, ...there]) ?? firstCommon(from, there) ?? from
  // Zones whose clocks agree at `from` may differ by then.
  const then = welcome(found)
  return then.every((zone) => zone.isOpen(found))
    ? found
    : (firstCommon(found, [calendar, ...there, ...then]) ??
        firstCommon(found, [...there, ...then]) ??
        found)
}

/**
 * The zones in which the customer may live: those where the last call was
 * within calling hours, otherwise all of the country's.
 */
function welcomeWhere(
  zones: BusinessCalendar[],
  called_at: Date | null
): BusinessCalendar[] {
  const by_day = called_at ? zones.filter((zone) => zone.isOpen(called_at)) : []
  return by_day.length > 0 ? by_day : zones
}

/**
 * The first moment at which all of them are open; null if there is none soon.
 */
function firstCommon(from: Date, calendars: BusinessCalendar[]): Date | null {
  let at = from
  for (let look = 0; look < MAX_LOOKS; look++) {
    const closed = calendars.find((calendar) => !calendar.isOpen(at))
    if (!closed) {
      return at
    }
    const opening = nextOpening(closed, at)
    if (!opening) {
      return null
    }
    at = opening
  }
  return null
}

const compiled = new Map<string, BusinessCalendar>()

function callingCalendar(zone: string, hours: CallingHours): BusinessCalendar {
  const key = `${zone} ${hours.start} ${hours.end}`
  const calendar =
    compiled.get(key) ??
    compileCalendar({
      time_zone: zone,
      weekly: everyDay([hours.start, hours.end]),
    })
  compiled.set(key, calendar)
  return calendar
}
