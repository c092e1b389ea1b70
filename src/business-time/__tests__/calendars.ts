import type { CalendarDefinition, WindowDefinition } from "../index"

const nineToSix: WindowDefinition[] = [["09:00", "18:00"]]

/** Europe/Kyiv, Mon-Fri 09:00-18:00, Sat 10:00-15:00. */
export const kyivShop: CalendarDefinition = {
  time_zone: "Europe/Kyiv",
  weekly: {
    monday: nineToSix,
    tuesday: nineToSix,
    wednesday: nineToSix,
    thursday: nineToSix,
    friday: nineToSix,
    saturday: [["10:00", "15:00"]],
  },
  exceptions: [],
}

/** The same windows on all seven days. */
export function daily(
  timeZone: string,
  windows: WindowDefinition[],
  exceptions: CalendarDefinition["exceptions"] = []
): CalendarDefinition {
  return {
    time_zone: timeZone,
    weekly: {
      monday: windows,
      tuesday: windows,
      wednesday: windows,
      thursday: windows,
      friday: windows,
      saturday: windows,
      sunday: windows,
    },
    exceptions,
  }
}

/** Windows as "start/end" in UTC, for readable comparisons. */
export function asText(windows: { start: Date; end: Date }[]): string[] {
  return windows.map(({ start, end }) => `${short(start)}/${short(end)}`)
}

function short(date: Date): string {
  return date.toISOString().replace(/(:00)?\.000Z$/, "Z")
}
