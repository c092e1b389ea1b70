import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { Temporal } from "temporal-polyfill"
import {
  type CarrierAddress,
  type CarrierOption,
  type CarrierReport,
  type DeliveryCarrier,
  intervalOf,
} from "../../../desk/delivery-carrier"

export type NovaPoshtaOptions = {
  /** From the business cabinet. */
  api_key: string
  /**
   * The key of an address's metadata in which the storefront keeps Nova
   * Poshta's own reference of the city. Without it the city is looked up by its
   * name.
   *
   * @defaultValue `nova_poshta_city_ref`
   */
  city_ref_key?: string
  /**
   * Whether what is sent by a shipping option goes with Nova Poshta's couriers.
   *
   * @defaultValue if its fulfillment provider is named after Nova Poshta
   */
  delivers?: (option: CarrierOption) => boolean
  /** @defaultValue `https://api.novaposhta.ua/v2.0/json/` */
  url?: string
  /** @defaultValue the global one */
  fetch?: typeof fetch
}

const URL = "https://api.novaposhta.ua/v2.0/json/"

/** All times of the API are of Kyiv's clocks, without an offset. */
const TIME_ZONE = "Europe/Kyiv"

/** Documents that one request may name. */
const MOST_POLLED = 100

/** The intervals of couriers; those of parcel lockers are named otherwise. */
const BY_COURIER = /^CityDeliveryTimeInterval\d+$/

/** As fulfillment providers are named, such as `nova-poshta_nova-poshta`. */
const NAMED = /nova[-_ ]?po(sh|ch)ta/i

/** An express waybill has 14 digits. */
const WAYBILL = /^\d{14}$/

/** The codes of `getStatusDocuments` that say something of the delivery. */
const DELIVERED = ["9", "10", "11", "106"]
const ON_THE_WAY = ["101"]
const FAILED = ["102", "103", "111"]

const text = z
  .union([z.string(), z.number()])
  .transform((given) => String(given).trim())
  .catch("")
  .default("")

const documentSchema = z.object({
  Number: text,
  StatusCode: text,
  Status: text,
  RecipientDateTime: text,
  ActualDeliveryDate: text,
  TrackingUpdateDate: text,
  DateScan: text,
  UndeliveryReasonsSubtypeDescription: text,
  UndeliveryReasonsDate: text,
})

const intervalSchema = z.object({ Number: text, Start: text, End: text })

const citySchema = z.object({ Ref: text })

/**
 * Nova Poshta, by its public JSON API v2.0: the time intervals of courier
 * delivery, and tracking by polling. Its tracking names no time of arrival to
 * the minute: it says that a parcel is with the courier, that an attempt failed
 * and why, and when it was delivered.
 */
export function novaPoshta({
  api_key,
  city_ref_key = "nova_poshta_city_ref",
  delivers = ({ provider_id }) => NAMED.test(provider_id ?? ""),
  url = URL,
  fetch: send = fetch,
}: NovaPoshtaOptions): DeliveryCarrier {
  const cities = new Map<string, string>()

  const ask = async <Item>(
    modelName: string,
    calledMethod: string,
    methodProperties: object,
    item: z.ZodType<Item>,
    signal?: AbortSignal
  ): Promise<Item[]> => {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        apiKey: api_key,
        modelName,
        calledMethod,
        methodProperties,
      }),
      signal,
    })
    if (!response.ok) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Nova Poshta answered with status ${response.status}`
      )
    }
    const { success, data, errors } = z
      .object({
        success: z.boolean(),
        data: z.array(item).catch([]).default([]),
        errors: z.array(z.unknown()).catch([]).default([]),
      })
      .parse(await response.json())
    if (!success) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Nova Poshta refused ${modelName}.${calledMethod}: ${errors.join("; ")}`
      )
    }
    return data
  }

  const keptCity = ({ metadata }: CarrierAddress): string | null => {
    const kept = metadata?.[city_ref_key]
    return typeof kept === "string" && kept !== "" ? kept : null
  }

  const cityOf = async (
    address: CarrierAddress,
    signal?: AbortSignal
  ): Promise<string | null> => {
    const kept = keptCity(address)
    const name = address.city?.trim() ?? ""
    if (kept) {
      return kept
    }
    if (name === "") {
      return null
    }
    const known = cities.get(name)
    if (known) {
      return known
    }
    const [found] = await ask(
      "Address",
      "getCities",
      { FindByString: name, Limit: "1" },
      citySchema,
      signal
    )
    if (found?.Ref) {
      cities.set(name, found.Ref)
    }
    return found?.Ref || null
  }

  return {
    carrier: "nova_poshta",
    label: {
      en: "Nova Poshta",
      uk: "Нова пошта",
      ru: "Новая почта",
      bg: "Nova Poshta",
    },
    most_polled: MOST_POLLED,

    carries: ({ tracking_number }) => WAYBILL.test(tracking_number),
    delivers,

    // All of a city has the same.
    place: (address) => keptCity(address) ?? address.city?.trim() ?? "",

    intervals: async (address, date, signal) => {
      const city = await cityOf(address, signal)
      if (!city) {
        return []
      }
      const found = await ask(
        "Common",
        "getTimeIntervals",
        { RecipientCityRef: city, DateTime: dayFirst(date) },
        intervalSchema,
        signal
      )
      return found
        .filter(({ Number: id }) => BY_COURIER.test(id))
        .map(({ Number: id, Start, End }) => ({
          id,
          local_start: Start,
          local_end: End,
        }))
    },

    toShipmentFields: (window, intervals = []) => {
      const interval = intervalOf(window, intervals)
      return {
        PreferredDeliveryDate: dayFirst(window.local_date),
        ...(interval && { TimeInterval: interval.id }),
      }
    },

    poll: async (parcels, signal) => {
      const documents = await ask(
        "TrackingDocument",
        "getStatusDocuments",
        {
          Documents: parcels.map(({ tracking_number }) => ({
            DocumentNumber: tracking_number,
            Phone: "",
          })),
        },
        documentSchema,
        signal
      )
      return documents.flatMap(reportOf)
    },
  }
}

function reportOf(
  document: z.infer<typeof documentSchema>
): CarrierReport | [] {
  const { Number: tracking_number, StatusCode: code } = document
  // The scan that led to the status; anything may be a later update.
  const scanned_at = momentOf(document.DateScan)
  const updated_at = scanned_at ?? momentOf(document.TrackingUpdateDate)
  if (DELIVERED.includes(code)) {
    const at =
      momentOf(document.RecipientDateTime) ??
      momentOf(document.ActualDeliveryDate) ??
      updated_at
    return at
      ? {
          tracking_number,
          kind: "delivered",
          observed_at: at,
          delivered_at: at,
        }
      : []
  }
  if (FAILED.includes(code)) {
    const failed_at = momentOf(document.UndeliveryReasonsDate)
    const at = failed_at ?? updated_at
    return at
      ? {
          tracking_number,
          kind: "attempt_failed",
          observed_at: at,
          reason:
            document.UndeliveryReasonsSubtypeDescription ||
            document.Status ||
            null,
          is_state: !failed_at && !scanned_at,
        }
      : []
  }
  return ON_THE_WAY.includes(code) && updated_at
    ? {
        tracking_number,
        kind: "on_the_way",
        observed_at: updated_at,
        is_state: true,
      }
    : []
}

/** `27.11.2026` for `2026-11-27`. */
function dayFirst(date: string): string {
  return date.split("-").reverse().join(".")
}

/** The orders in which its fields have the date: day or year first. */
const DATES = [
  /^(?<day>\d{2})[.-](?<month>\d{2})[.-](?<year>\d{4}) (?<time>\d{2}:\d{2}(:\d{2})?)$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2}) (?<time>\d{2}:\d{2}(:\d{2})?)$/,
  // `DateScan`
  /^(?<time>\d{2}:\d{2}) (?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})$/,
]

/** A moment as one of the API's fields has it; null for any other text. */
function momentOf(given: string): Date | null {
  for (const format of DATES) {
    const { year, month, day, time } = format.exec(given)?.groups ?? {}
    // Unknown moments are written as the year 1.
    if (year && Number(year) > 2000) {
      return new Date(
        Temporal.PlainDateTime.from(
          `${year}-${month}-${day}T${time}`
        ).toZonedDateTime(TIME_ZONE).epochMilliseconds
      )
    }
  }
  return null
}
