import type { MedusaContainer } from "@medusajs/framework/types"
import { checkDefinition, DefinitionError } from "../../business-time"
import {
  DELIVERY_WINDOW_MODULE,
  type Exception,
  type Template,
} from "../../modules/delivery-window"
import {
  Refusal,
  refuseAll,
  type RefusalCode,
  type RefusalPath,
} from "../../refusals"
import { serviceZones } from "../../shop/service-zones"
import type { ChangeOfWindows } from "./change-windows"
import { capacityUnits } from "./units"

/**
 * Refuses what windows cannot be made from.
 *
 * @throws Refusal that names each wrong field; NOT_FOUND for an unknown id
 */
export async function refuseWrongChange(
  change: ChangeOfWindows,
  container: MedusaContainer
): Promise<void> {
  const templates = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listTemplates()
  const isKnown = (id: string) => templates.some((one) => one.id === id)
  switch (change.kind) {
    case "save_template": {
      const { id } = change.template
      if (id !== undefined && !isKnown(id)) {
        throw new Refusal("window_template_not_found", { id })
      }
      return await refuseWrongTemplate(change.template, container)
    }
    case "remove_template":
      if (!isKnown(change.id)) {
        throw new Refusal("window_template_not_found", { id: change.id })
      }
      return
    case "save_exception": {
      const { id, ...exception } = change.exception
      if (id !== undefined) {
        await refuseUnknownException(id, container)
      }
      return refuseWrongException(exception, isKnown)
    }
    case "remove_exception":
      return await refuseUnknownException(change.id, container)
  }
}

async function refuseWrongTemplate(
  template: Omit<Template, "id" | "created_at">,
  container: MedusaContainer
): Promise<void> {
  const { time_zone, starts_at, ends_at, valid_from, valid_to } = template
  const { service_zone_id, shipping_option_ids, capacity_unit } = template
  const zones = await serviceZones(container)
  const zone = zones.find(({ id }) => id === service_zone_id)
  const options = (service_zone_id === null ? zones : [zone]).flatMap(
    (one) => one?.shipping_options ?? []
  )
  const units = capacityUnits(container).map(({ unit }) => unit)
  refuseAll([
    () => refuseNoPlaces(template.capacity, "window_without_places"),
    () => refuseWrongHours({ starts_at, ends_at }, time_zone),
    () => refuseWrongDate(valid_from, "valid_from"),
    () => refuseWrongDate(valid_to, "valid_to"),
    () => {
      if (valid_from !== null && valid_to !== null && valid_to < valid_from) {
        throw new Refusal(
          "ends_before_it_begins",
          { was: valid_to, from: valid_from },
          ["valid_to"]
        )
      }
    },
    () => {
      if (service_zone_id === null && shipping_option_ids.length === 0) {
        throw new Refusal("no_delivery_named", {}, ["shipping_option_ids"])
      }
    },
    () => {
      if (service_zone_id !== null && !zone) {
        throw new Refusal(
          "unknown_binding",
          { was: service_zone_id, what: "service zone with this id" },
          ["service_zone_id"]
        )
      }
    },
    ...shipping_option_ids.map((was, index) => () => {
      if (!options.some(({ id }) => id === was)) {
        throw new Refusal(
          "unknown_binding",
          { was, what: "shipping option with this id in the service zone" },
          ["shipping_option_ids", index]
        )
      }
    }),
    () => {
      if (!units.includes(capacity_unit)) {
        throw new Refusal(
          "not_one_of",
          { was: capacity_unit, allowed: units },
          ["capacity_unit"]
        )
      }
    },
  ])
}

function refuseWrongException(
  exception: Omit<Exception, "id">,
  isKnown: (template_id: string) => boolean
): void {
  const { date, kind, template_id, capacity, starts_at, ends_at } = exception
  const required = (field: string, value: unknown) => () => {
    if (value === null) {
      throw new Refusal("field_required", {}, [field])
    }
  }
  refuseAll([
    () => refuseWrongDate(date, "date"),
    () => {
      if (template_id !== null && !isKnown(template_id)) {
        throw new Refusal(
          "unknown_binding",
          { was: template_id, what: "template of windows with this id" },
          ["template_id"]
        )
      }
    },
    ...(kind === "capacity"
      ? [
          required("capacity", capacity),
          () => refuseNoPlaces(capacity, "date_without_places"),
        ]
      : []),
    ...(kind === "extra"
      ? [
          required("template_id", template_id),
          required("starts_at", starts_at),
          required("ends_at", ends_at),
          () => refuseNoPlaces(capacity, "extra_without_places"),
          () => {
            if (starts_at !== null && ends_at !== null) {
              refuseWrongHours({ starts_at, ends_at }, "UTC")
            }
          },
        ]
      : []),
  ])
}

/** Whoever wants none says it in another way, which is told to shoppers. */
function refuseNoPlaces(
  capacity: number | null,
  code: "window_without_places" | "date_without_places" | "extra_without_places"
): void {
  if (capacity === 0) {
    throw new Refusal(code, { was: capacity }, ["capacity"])
  }
}

/** A date far ahead is not refused: the list of exceptions is never so long. */
const ANY_DATE = { from: "0001-01-01", to: "9999-12-31" }

async function refuseUnknownException(
  id: string,
  container: MedusaContainer
): Promise<void> {
  const known = await container
    .resolve(DELIVERY_WINDOW_MODULE)
    .listExceptions(ANY_DATE)
  if (!known.some((one) => one.id === id)) {
    throw new Refusal("window_exception_not_found", { id })
  }
}

type Hours = Pick<Template, "starts_at" | "ends_at">

/** By the same rules as the hours of a business calendar. */
function refuseWrongHours(hours: Hours, time_zone: string): void {
  refuseUnlessDefined(
    {
      time_zone,
      weekly: { monday: [[hours.starts_at, hours.ends_at]] },
      exceptions: [],
    },
    (problem) =>
      problem === "not_an_opening_time"
        ? ["starts_at"]
        : problem === "not_a_closing_time"
          ? ["ends_at"]
          : ["time_zone"]
  )
}

export function refuseWrongDate(date: string | null, field: string): void {
  if (date !== null) {
    refuseUnlessDefined(
      {
        time_zone: "UTC",
        weekly: { monday: [["00:00", "24:00"]] },
        exceptions: [{ date, windows: [], label: "" }],
      },
      () => [field]
    )
  }
}

function refuseUnlessDefined(
  definition: object,
  pathOf: (problem: DefinitionError["problem"]) => RefusalPath
): void {
  try {
    checkDefinition(definition)
  } catch (error) {
    throw error instanceof DefinitionError
      ? new Refusal<RefusalCode>(
          error.problem,
          error.values,
          pathOf(error.problem)
        )
      : error
  }
}
