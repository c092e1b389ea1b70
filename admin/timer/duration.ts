/** The displayed parts of a duration: seconds only below an hour. */
export type Duration =
  | { unit: "clock"; text: string }
  | { unit: "hours"; hours: number; minutes: number }

/** `18:24` below an hour, hours and minutes from an hour on. */
export function readDuration(seconds: number): Duration {
  const whole = Math.floor(seconds)
  const minutes = Math.floor(whole / 60)
  return whole < 3_600
    ? { unit: "clock", text: `${minutes}:${pad(whole % 60)}` }
    : { unit: "hours", ...hoursAndMinutes(minutes) }
}

/** Like `readDuration`, without seconds; rounds up to a full minute. */
export function roundedUp(seconds: number): { hours: number; minutes: number } {
  return hoursAndMinutes(Math.ceil(seconds / 60))
}

function hoursAndMinutes(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

function pad(value: number): string {
  return String(value).padStart(2, "0")
}
