import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type CarrierAddress,
  type CarrierInterval,
  type DeliveryCarrier,
  intervalOf,
} from "../../../desk/delivery-carrier"
import type { Window } from "../../../modules/delivery-window"
import { shippedBy } from "../../../shop/shipped-by"
import { reportError } from "../../desk/report-error"
import { carriersOf } from "./carriers"
import { knownIntervals } from "./known-intervals"

/** A carrier is asked about so many dates at once, the next ones. */
const MOST_DATES = 7

type Hours = Pick<Window, "local_date" | "local_start" | "local_end">

/** With whom a shipping option goes, and when they come. */
export type Coming = {
  /** The carrier of an option; null if none is known. */
  carrierOf(option_id: string): DeliveryCarrier | null
  /** Of a carrier on a date; null if it is not known. */
  intervalsOf(carrier: DeliveryCarrier, date: string): CarrierInterval[] | null
  /**
   * Whether nobody comes in a window by an option: false if that is not known,
   * or if the option goes with no carrier that says so.
   */
  isMissed(window: Hours, option_id: string): boolean
}

const NOT_KNOWN: Coming = {
  carrierOf: () => null,
  intervalsOf: () => null,
  isMissed: () => false,
}

/**
 * When the carriers of shipping options come to an address, on the dates of
 * these windows. Without a carrier that delivers by one of the options, nothing
 * is read and nobody asked; what fails is logged, and nothing is known then.
 * Never call it inside of a transaction.
 */
export async function whenCarriersCome(
  windows: readonly Hours[],
  option_ids: readonly string[],
  addressOf: () => Promise<CarrierAddress | null>,
  container: MedusaContainer
): Promise<Coming> {
  const carriers = carriersOf().filter(({ delivers }) => delivers)
  if (carriers.length === 0 || windows.length === 0) {
    return NOT_KNOWN
  }
  try {
    return await ask(carriers, windows, option_ids, addressOf, container)
  } catch (error) {
    reportError("no carrier says when it comes", error, container)
    return NOT_KNOWN
  }
}

async function ask(
  carriers: readonly DeliveryCarrier[],
  windows: readonly Hours[],
  option_ids: readonly string[],
  addressOf: () => Promise<CarrierAddress | null>,
  container: MedusaContainer
): Promise<Coming> {
  const options = await shippedBy(option_ids, container)
  const byOption = new Map(
    options.flatMap((option) => {
      const carrier = carriers.find((one) => one.delivers?.(option))
      return carrier ? [[option.id, carrier] as const] : []
    })
  )
  const address = byOption.size > 0 ? await addressOf() : null
  const dates = [...new Set(windows.map(({ local_date }) => local_date))]
  const known = new Map<DeliveryCarrier, Map<string, CarrierInterval[]>>()
  if (address) {
    await Promise.all(
      [...new Set(byOption.values())].map(async (carrier) => {
        known.set(
          carrier,
          await knownIntervals(
            carrier,
            address,
            dates.slice(0, MOST_DATES),
            container
          )
        )
      })
    )
  }
  const carrierOf = (option_id: string) => byOption.get(option_id) ?? null
  const intervalsOf = (carrier: DeliveryCarrier, date: string) =>
    known.get(carrier)?.get(date) ?? null
  return {
    carrierOf,
    intervalsOf,
    isMissed: (window, option_id) => {
      const carrier = carrierOf(option_id)
      const intervals = carrier && intervalsOf(carrier, window.local_date)
      return intervals !== null && !intervalOf(window, intervals)
    },
  }
}
