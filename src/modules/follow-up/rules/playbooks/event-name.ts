import * as medusa from "@medusajs/framework/utils"
import type { RefusalPath } from "../../../../refusals"
import { playbookRefusal } from "./playbook-refusal"

/** A name of two or more parts, such as `shop.order_late`. */
const EVENT_NAME = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$/

const LONGEST = 100

/**
 * Refuses an invalid name of an event for an escalation to emit. Prefixes of
 * Medusa's and the plugin's own events are refused: a listener of
 * `order.placed` would mistake a late task for an order.
 */
export function refuseEventName(name: string, path: RefusalPath): void {
  if (!EVENT_NAME.test(name) || name.length > LONGEST) {
    const values = { was: name, max: LONGEST }
    throw playbookRefusal("event_name_wrong", values, path)
  }
  const [prefix = ""] = name.split(".")
  if (prefix === OURS) {
    throw playbookRefusal("event_name_ours", { was: name, prefix }, path)
  }
  if (MEDUSAS.has(prefix)) {
    throw playbookRefusal("event_name_medusas", { was: name, prefix }, path)
  }
}

const OURS = "follow-up"

/**
 * Prefixes of Medusa's events: its modules, and the records of its workflows.
 */
const MEDUSAS: ReadonlySet<string> = new Set([
  ...Object.values(medusa.Modules),
  ...Object.entries(medusa)
    .filter(([name]) => name.endsWith("Events"))
    .flatMap(([, events]) => firstParts(events)),
])

function firstParts(events: unknown): string[] {
  return typeof events === "object" && events !== null
    ? Object.values(events).flatMap((name: unknown) =>
        typeof name === "string" && name.includes(".")
          ? (name.split(".")[0] ?? [])
          : []
      )
    : []
}
