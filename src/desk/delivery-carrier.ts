import type { Label } from "./kind"

/** Where a parcel goes, as the order has it. */
export type CarrierAddress = {
  address_1: string | null
  city: string | null
  postal_code: string | null
  country_code: string | null
  metadata: Readonly<Record<string, unknown>> | null
}

/** A time in which a carrier comes, on one date. */
export type CarrierInterval = {
  /** The carrier's own name of it. */
  id: string
  /** "HH:MM", local. */
  local_start: string
  local_end: string
}

/** A shipping option, as far as it says with whom a parcel goes. */
export type CarrierOption = {
  id: string
  name: string
  /** Medusa's fulfillment provider. */
  provider_id: string | null
}

/** A window that was agreed on, as a carrier is told of it. */
export type CarrierWindow = {
  /** The local date on which it starts, such as `2026-11-27`. */
  local_date: string
  local_start: string
  local_end: string
  time_zone: string
}

/** A parcel that a carrier may be asked about. */
export type CarrierParcel = {
  tracking_number: string
  order_id: string
  /** Medusa's fulfillment provider. */
  provider_id: string | null
}

/** What a carrier says of a parcel. */
export type CarrierReport = {
  tracking_number: string
  kind: "eta" | "on_the_way" | "attempt_failed" | "delivered"
  /** When it was seen, ISO 8601 with an offset, or a date. */
  observed_at: Date
  /** When it is expected; for `eta`. */
  expected_at?: Date | null
  /** When it arrived; for `delivered`; `observed_at` if omitted. */
  delivered_at?: Date | null
  /** Why an attempt failed, as the carrier says. */
  reason?: string | null
  /** Where the proof of delivery is. */
  proof?: string | null
  /**
   * Whether `observed_at` is only when the parcel's state was updated last, and
   * not when it came about: the same state at a later time says nothing new.
   */
  is_state?: boolean
}

/**
 * A carrier whose intervals are offered and whose parcels are followed. Another
 * plugin, or a shop's loader, registers its own:
 *
 * @example
 * container.registerAdd(DELIVERY_CARRIERS, asValue(novaPoshta({ api_key })))
 */
export type DeliveryCarrier = {
  /** Such as `nova_poshta`: lower-case letters, digits and underscores. */
  carrier: string
  label: Label
  /** Whether a parcel is with this carrier. */
  carries(parcel: CarrierParcel): boolean
  /**
   * Whether what is sent by this shipping option goes with this carrier. Shoppers
   * are then offered the windows that are within its intervals.
   *
   * @defaultValue none does
   */
  delivers?(option: CarrierOption): boolean
  /**
   * The times in which the carrier comes to an address on a date; none if it
   * does not come on that date.
   *
   * @param date - local, such as `2026-11-27`
   * @throws whatever keeps it from being known
   */
  intervals(
    address: CarrierAddress,
    date: string,
    signal?: AbortSignal
  ): Promise<CarrierInterval[]>
  /**
   * Which addresses have the same intervals: those of which it says the same.
   *
   * @defaultValue the whole address
   */
  place?(address: CarrierAddress): string
  /** What the carrier's shipment is created with for a window. */
  toShipmentFields(
    window: CarrierWindow,
    intervals?: readonly CarrierInterval[]
  ): Record<string, unknown>
  /**
   * What is new of some parcels, at most `most_polled` at once. What it said
   * before may be said again.
   *
   * @param signal - aborted when the time for an answer is over
   */
  poll(
    parcels: readonly CarrierParcel[],
    signal: AbortSignal
  ): Promise<CarrierReport[]>
  /** @defaultValue 100 */
  most_polled?: number
}

/** Of the intervals that a window is within, the shortest. */
export function intervalOf(
  window: Pick<CarrierWindow, "local_start" | "local_end">,
  intervals: readonly CarrierInterval[]
): CarrierInterval | undefined {
  const [from, to] = minutesOf(window)
  return intervals
    .filter((one) => {
      const [start, end] = minutesOf(one)
      return start <= from && end >= to
    })
    .sort((one, other) => lengthOf(one) - lengthOf(other))[0]
}

type Hours = { local_start: string; local_end: string }

/** From midnight on; an end at or before the start is on the next day. */
function minutesOf({ local_start, local_end }: Hours): [number, number] {
  const [start, end] = [local_start, local_end].map((time) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number)
    return hours * 60 + minutes
  })
  const from = start ?? 0
  const to = end ?? 0
  return [from, to > from ? to : to + 24 * 60]
}

function lengthOf(hours: Hours): number {
  const [from, to] = minutesOf(hours)
  return to - from
}

/**
 * The container key under which carriers are registered, each with
 * `container.registerAdd`.
 */
export const DELIVERY_CARRIERS = "deliveryCarriers"
