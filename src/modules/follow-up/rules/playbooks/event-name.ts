import * as medusa from "@medusajs/framework/utils"
import type { RefusalPath } from "../../../../refusals"
import { playbookRefusal } from "./playbook-refusal"

/** A name in two parts or more, such as `shop.order_late`. */
const EVENT_NAME = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$/

const LONGEST = 100

/**
 * Refuses what is no name of an event that an escalation may send. Names that begin as Medusa's or the plugin's own do are refused: who listens
 * to `order.placed` would take a late task for an order.
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

/** What the names of Medusa's events begin with: its modules, and its workflows' records. */
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
