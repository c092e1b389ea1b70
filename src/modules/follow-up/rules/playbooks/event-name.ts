import * as medusa from "@medusajs/framework/utils"

/** A name in two parts or more, such as `shop.order_late`. */
const EVENT_NAME = /^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$/

const LONGEST = 100

/**
 * What is wrong with the name of an event that an escalation sends, or null.
 * Names that begin as Medusa's or the plugin's own do are refused: who listens
 * to `order.placed` would take a late task for an order.
 */
export function eventNameFault(name: string): string | null {
  if (!EVENT_NAME.test(name) || name.length > LONGEST) {
    return `must be a name in small letters such as shop.order_late, of at most ${LONGEST} characters`
  }
  const [first = ""] = name.split(".")
  if (first === OURS) {
    return `must be a name of the shop's own such as shop.order_late; those that begin with "${OURS}." are the plugin's`
  }
  return MEDUSAS.has(first)
    ? `must be a name of the shop's own such as shop.order_late; those that begin with "${first}." are Medusa's`
    : null
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
