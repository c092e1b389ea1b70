import type { MedusaContainer } from "@medusajs/framework/types"
import { CAPACITY_UNITS, type CapacityUnit } from "../../desk/capacity-unit"
import {
  type Booking,
  DELIVERY_WINDOW_MODULE,
  type Window,
} from "../../modules/delivery-window"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"
import type { DeliveredItem } from "../../shop/deliveries"
import { reportRepeated } from "../desk/report-error"

/** What capacities may be counted in: the plugin's units and the shop's own. */
export function capacityUnits(container: MedusaContainer): CapacityUnit[] {
  const { delivery_windows } = container.resolve(FOLLOW_UP_MODULE).settings
  return [...CAPACITY_UNITS, ...delivery_windows.capacity_units]
}

/**
 * How much an order or a cart takes up, by unit of capacity; without those that
 * cannot be counted, as the shop's own code fails.
 */
export function unitsOf(
  items: readonly DeliveredItem[],
  container: MedusaContainer
): Record<string, number> {
  return Object.fromEntries(
    capacityUnits(container).flatMap((unit) => {
      const units = count(unit, items, container)
      return units === null ? [] : [[unit.unit, units]]
    })
  )
}

/** The units of capacity in which an order or a cart cannot be counted. */
export function uncountedUnits(
  items: readonly DeliveredItem[],
  container: MedusaContainer
): string[] {
  const counted = unitsOf(items, container)
  return capacityUnits(container)
    .map(({ unit }) => unit)
    .filter((unit) => counted[unit] === undefined)
}

/** What is taken by what cannot be counted, until it can be: see `fitBooking`. */
export const LEAST_UNITS = 1

/** The same in the unit of one window; null if it cannot be counted. */
export function countedFor(
  { capacity_unit }: Pick<Window, "capacity_unit">,
  items: readonly DeliveredItem[],
  container: MedusaContainer
): number | null {
  const unit = capacityUnits(container).find(
    ({ unit }) => unit === capacity_unit
  )
  return unit ? count(unit, items, container) : LEAST_UNITS
}

/**
 * How much a booking takes up in the window that it moves to: as much as it has
 * if that cannot be counted, and the least if it is counted in another unit.
 */
export async function unitsToMove(
  booking: Pick<Booking, "window_id" | "units">,
  window: Pick<Window, "capacity_unit">,
  items: readonly DeliveredItem[],
  container: MedusaContainer
): Promise<number> {
  const units = countedFor(window, items, container)
  if (units !== null) {
    return units
  }
  const [left] = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listWindows({ window_ids: [booking.window_id] })
  return left?.capacity_unit === window.capacity_unit
    ? booking.units
    : LEAST_UNITS
}

function count(
  { unit, unitsOf }: CapacityUnit,
  items: readonly DeliveredItem[],
  container: MedusaContainer
): number | null {
  const failed = (how: string) => {
    reportRepeated(
      `the capacity unit "${unit}", which is the shop's own code, could not count an order: ${how}`,
      container
    )
    return null
  }
  try {
    const units: unknown = unitsOf({ items })
    return typeof units === "number" && Number.isInteger(units) && units >= 1
      ? units
      : failed(`it gave ${numberOrType(units)}, not a whole number from 1`)
  } catch (error) {
    return failed(`it threw ${thrownAt(error)}`)
  }
}

const numberOrType = (given: unknown) =>
  typeof given === "number" ? String(given) : typeof given

/** Without its message, which may say what a customer wrote. */
function thrownAt(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error
  }
  const place = error.stack
    ?.replace(error.message, "")
    .split("\n")
    .find((line) => line.trim().startsWith("at "))
  return `${error.constructor.name} ${place?.trim() ?? ""}`.trim()
}
