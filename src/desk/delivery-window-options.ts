import { z } from "@medusajs/framework/zod"
import type { CapacityUnit } from "./capacity-unit"

/** When the courier comes: the options of delivery windows. */
export type DeliveryWindowOptions = {
  /**
   * For how long a place is held for a cart, in minutes, 1 to 1440.
   *
   * @defaultValue 15
   */
  hold_minutes?: number
  /**
   * With as many places left or fewer, a shopper is told how many, 0 to 1000.
   *
   * @defaultValue 2
   */
  nearly_full?: number
  /**
   * For how many days ahead windows are offered, 1 to 366.
   *
   * @defaultValue 28
   */
  horizon_days?: number
  /**
   * How often a customer may move a window by the link, 0 to 100.
   *
   * @defaultValue 2
   */
  most_moves?: number
  /**
   * For how many days an authorized card payment can be captured, 1 to 366: a
   * later window is warned about.
   *
   * @defaultValue 7
   */
  authorization_days?: number
  /**
   * How long before the courier comes the customer is told that they are near,
   * in minutes, 1 to 240.
   *
   * @defaultValue 30
   */
  tell_minutes_before?: number
  /**
   * Whether an order of which nobody has said that it was delivered by the end
   * of its window gets a `delivery_late` task. Switch it off where deliveries
   * are not marked in Medusa and no courier reports them.
   *
   * @defaultValue true
   */
  undelivered_is_late?: boolean
  /**
   * How often carriers are asked about parcels, in minutes, 1 to 1440.
   *
   * @defaultValue 5
   */
  poll_minutes?: number
  /**
   * What couriers sign their reports with, as Standard Webhooks has it: a text
   * of 16 characters at least, or `whsec_` and base64.
   *
   * @defaultValue none: reports are refused
   */
  webhook_secret?: string
  /**
   * Units of capacity besides orders and items.
   *
   * @defaultValue none
   */
  capacity_units?: readonly CapacityUnit[]
}

function whole(unit: string, min: number, max: number, otherwise: number) {
  const wanted = `must be a whole number of ${unit} from ${min} to ${max}`
  return z
    .number(wanted)
    .int(wanted)
    .min(min, wanted)
    .max(max, wanted)
    .default(otherwise)
}

const SECRET = "must be a text of 16 characters at least"
const UNIT = "must be a name in small letters such as pallets"
const LABEL = 'must be a text by language such as { en: "Pallets" }'

export const deliveryWindowsSchema = z.strictObject(
  {
    hold_minutes: whole("minutes", 1, 1_440, 15),
    nearly_full: whole("places", 0, 1_000, 2),
    horizon_days: whole("days", 1, 366, 28),
    most_moves: whole("moves", 0, 100, 2),
    authorization_days: whole("days", 1, 366, 7),
    tell_minutes_before: whole("minutes", 1, 240, 30),
    undelivered_is_late: z.boolean("must be true or false").default(true),
    poll_minutes: whole("minutes", 1, 1_440, 5),
    webhook_secret: z.string(SECRET).min(16, SECRET).optional(),
    capacity_units: z
      .array(
        z.strictObject(
          {
            unit: z.string(UNIT).regex(/^[a-z][a-z0-9_]{0,49}$/, UNIT),
            label: z.record(z.string(), z.string(LABEL).min(1, LABEL), LABEL),
            unitsOf: z.custom<CapacityUnit["unitsOf"]>(
              (given) => typeof given === "function",
              "must be a function"
            ),
          },
          "must be an object with unit, label, unitsOf"
        ),
        "must be a list of units"
      )
      .default([]),
  },
  "must be an object such as { hold_minutes: 15 }"
)

/** The options with all defaults filled in. */
export type DeliveryWindowSettings = Required<
  Omit<DeliveryWindowOptions, "webhook_secret">
> & { webhook_secret: string | null }
