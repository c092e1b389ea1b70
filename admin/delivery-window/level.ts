import type { AdminPlannedWindow } from "../../src/api/admin/delivery-windows/templates/types"

export type Filled = Pick<
  AdminPlannedWindow,
  "booked" | "capacity" | "is_closed"
>

export type Level = "open" | "nearly" | "full" | "over"

/** From this share on, it is nearly full at a glance. */
const NEARLY = 0.8

export function levelOf({ booked, capacity }: Filled): Level {
  if (booked > capacity) {
    return "over"
  }
  return booked >= capacity
    ? "full"
    : booked >= capacity * NEARLY
      ? "nearly"
      : "open"
}
