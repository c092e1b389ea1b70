import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../business-time"
import { customerTimeZones } from "./customer-time-zones"
import { everyDay } from "./every-day"
import { nextOpening } from "./next-turn"
import type { RetryRules } from "../../rules/playbooks/playbook"

type CallingHours = NonNullable<RetryRules["calling_hours"]>

/** Opening hours and calling hours that overlap at all do so within this. */
const MOST_LOOKS = 60

/** Where and when a customer may be called. */
type Callable = {
  /** Null: at any hour. */
  hours: CallingHours | null
  country: string | null
  /** When a person called before, who takes a sensible hour; null: nobody has. */
  called_at: Date | null
}

/**
 * The first moment from `from` on at which the shop is open and a call is
 * welcome where the customer lives: in a country of several zones, in all of
 * those in which the call before was. Where the two never meet, it is when a
 * call is welcome: nobody is called at night because the shop works then.
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
  // Zones whose clocks agree at first may have parted by then.
  const then = welcome(found)
  return then.every((zone) => zone.isOpen(found))
    ? found
    : (firstCommon(found, [calendar, ...there, ...then]) ??
        firstCommon(found, [...there, ...then]) ??
        found)
}

/** In which of a country's zones the customer may live, if not in all. */
function welcomeWhere(
  zones: BusinessCalendar[],
  called_at: Date | null
): BusinessCalendar[] {
  const by_day = called_at ? zones.filter((zone) => zone.isOpen(called_at)) : []
  return by_day.length > 0 ? by_day : zones
}

/** The first moment at which all of them are open, if there soon is one. */
function firstCommon(from: Date, calendars: BusinessCalendar[]): Date | null {
  let at = from
  for (let look = 0; look < MOST_LOOKS; look++) {
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
