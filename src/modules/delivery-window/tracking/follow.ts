import type { Promised, PromiseKind } from "../promises/promise"
import { isKept } from "../promises/promise"
import type { BookingStatus } from "../booking/booking"
import type { Seen } from "./report"

/** With a new time that is later by so much, the customer is told again. */
const TELL_AGAIN_MS = 10 * 60_000

/** What a booking's place on the way is judged by. */
export type Situation = {
  status: BookingStatus
  window: { starts_at: Date; ends_at: Date }
  seen: Seen
  /** Of this window, replaced ones left out. */
  promises: readonly Promised[]
  now: Date
  /** How long before the courier comes the customer is told. */
  minutes_before: number
}

export type ToTell = { kind: PromiseKind; from_at: Date | null; to_at: Date }

/** What follows from a situation. */
export type Followed = {
  status: BookingStatus
  /** Whole minutes after the window's end; null if it was not delivered. */
  late_minutes: number | null
  is_past: boolean
  tell: ToTell[]
  /** What is now known of promises. */
  judged: { id: string; kept: boolean }[]
  /** When something follows even if nobody reports anything. */
  next_at: Date | null
}

/** Judges where a booking stands. The same situation gives the same answer. */
export function follow(situation: Situation): Followed {
  const { seen, window, now, promises } = situation
  const status = statusOf(situation)
  const is_open = status === "confirmed" || status === "late"
  const is_past = now >= window.ends_at
  const tell = is_open ? whatToTell(situation, status) : []
  // An order that is over was delivered at a time that nobody told.
  const open_promises =
    status === "delivered" && !seen.delivered_at ? [] : promises
  const judged = open_promises.flatMap((promised) => {
    const kept = isKept(promised, seen.failed_at ?? seen.delivered_at, now)
    return kept === null || kept === promised.kept
      ? []
      : [{ id: promised.id, kept }]
  })
  return {
    status,
    late_minutes: seen.delivered_at
      ? minutesAfter(window.ends_at, seen.delivered_at)
      : null,
    is_past,
    tell,
    judged,
    next_at: earliest(
      [
        is_open ? window.ends_at : null,
        is_open ? momentBefore(situation, tell) : null,
        ...open_promises
          .filter(({ kept, told_at }) => kept === null && told_at)
          // Kept until the moment itself has passed.
          .map(({ to_at }) => new Date(to_at.getTime() + 1)),
        ...tell.map(({ to_at }) => new Date(to_at.getTime() + 1)),
      ],
      now
    ),
  }
}

function statusOf({ status, seen, window }: Situation): BookingStatus {
  if (status === "held" || status === "released") {
    return status
  }
  if (seen.delivered_at || status === "delivered") {
    return "delivered"
  }
  if (seen.failed_at || status === "missed") {
    return "missed"
  }
  return seen.expected_at && seen.expected_at > window.ends_at
    ? "late"
    : "confirmed"
}

function whatToTell(situation: Situation, status: BookingStatus): ToTell[] {
  const { seen, window, now, promises } = situation
  const { expected_at } = seen
  const told = (kind: PromiseKind) =>
    promises.filter((promised) => promised.kind === kind)
  if (expected_at && expected_at <= now) {
    // The time that the courier named has passed: to tell it is no help.
    return []
  }
  if (expected_at && status === "late") {
    const latest = Math.max(...told("late").map(({ to_at }) => to_at.getTime()))
    if (expected_at.getTime() >= latest + TELL_AGAIN_MS || !told("late")[0]) {
      return [{ kind: "late", from_at: null, to_at: expected_at }]
    }
  }
  const moment = momentOfMinutes(situation)
  if (expected_at && moment && moment <= now) {
    return [{ kind: "minutes", from_at: null, to_at: expected_at }]
  }
  const is_new = (["on_the_way", "minutes", "late"] as const).every(
    (kind) => told(kind).length === 0
  )
  if (is_new && (expected_at || seen.on_the_way_at) && now < window.ends_at) {
    return [
      expected_at
        ? { kind: "on_the_way", from_at: null, to_at: expected_at }
        : {
            kind: "on_the_way",
            from_at: window.starts_at,
            to_at: window.ends_at,
          },
    ]
  }
  return []
}

/** When the customer is told that the courier is near; null if they were. */
function momentOfMinutes(situation: Situation): Date | null {
  const { seen, window, promises, minutes_before } = situation
  const before_ms = minutes_before * 60_000
  if (
    !seen.expected_at ||
    promises.some(({ kind }) => kind === "minutes") ||
    // A report from before the customer took a later window.
    seen.expected_at.getTime() < window.starts_at.getTime() - before_ms
  ) {
    return null
  }
  return new Date(seen.expected_at.getTime() - before_ms)
}

function momentBefore(situation: Situation, tell: readonly ToTell[]) {
  return tell.some(({ kind }) => kind === "minutes")
    ? null
    : momentOfMinutes(situation)
}

function minutesAfter(end: Date, at: Date): number {
  return Math.max(0, Math.floor((at.getTime() - end.getTime()) / 60_000))
}

/** The first of these moments that is still ahead. */
function earliest(moments: readonly (Date | null)[], now: Date): Date | null {
  const ahead = moments.flatMap((at) => (at && at > now ? [at.getTime()] : []))
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null
}
