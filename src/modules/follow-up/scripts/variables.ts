import type { ScriptVariableDeclaration } from "../../../desk/kind"

/**
 * The values of a script's variables: texts, already formatted in the language
 * of the script and the customer's time, where empty means unknown, and beside
 * some of them the number, to compute and compare with; null means unknown.
 */
export type ScriptFacts = {
  shop: string
  /** Who is calling. */
  agent: string
  customer: {
    name: string
    first_name: string
    phone: string
    /** The customer's local time. */
    local_time: string
    /** The hour of it, 0 to 23. */
    local_hour: number | null
  }
  order: {
    number: string
    placed_at: string
    /** One text per line of the order. */
    items: string[]
    delivery: string
    delivery_total: string
    /** Amounts are in major units of the order's currency. */
    delivery_total_amount: number | null
    discount: string
    /** 0 where there is none. */
    discount_amount: number | null
    total: string
    total_amount: number | null
    /** The currency of all amounts, such as `UAH`. */
    currency: string
    address: string
    /** The customer's note on the order. */
    note: string
  }
  /** When the shop calls: as promised, or as it will be promised. */
  promised_time: string
  /** When the shop opens next; empty while it is open. */
  opens_at: string
}

/** An example of each. */
export const EXAMPLE_FACTS: ScriptFacts = {
  shop: "Kettle & Co",
  agent: "Marta Savchenko",
  customer: {
    name: "Olena Kovalenko",
    first_name: "Olena",
    phone: "+380 67 123 45 67",
    local_time: "09:01",
    local_hour: 9,
  },
  order: {
    number: "1042",
    placed_at: "Sunday 22 November, 18:40",
    items: ["Kettle", "Filter × 2"],
    delivery: "Courier",
    delivery_total: "₴80.00",
    delivery_total_amount: 80,
    discount: "₴100.00",
    discount_amount: 100,
    total: "₴2,398.00",
    total_amount: 2398,
    currency: "UAH",
    address: "vul. Sadova 1, 01001 Kyiv, Ukraine",
    note: "Please call after six",
  },
  promised_time: "Monday 23 November, 09:20",
  opens_at: "Monday 23 November, 09:00",
}

export const EMPTY_FACTS: ScriptFacts = {
  shop: "",
  agent: "",
  customer: {
    name: "",
    first_name: "",
    phone: "",
    local_time: "",
    local_hour: null,
  },
  order: {
    number: "",
    placed_at: "",
    items: [],
    delivery: "",
    delivery_total: "",
    delivery_total_amount: null,
    discount: "",
    discount_amount: null,
    total: "",
    total_amount: null,
    currency: "",
    address: "",
    note: "",
  },
  promised_time: "",
  opens_at: "",
}

/**
 * The variables of this shop with example values, and with all of them empty.
 */
export type KnownFacts = { example: FactTree; empty: FactTree }

/** Texts, numbers and lists of texts, by name and part. */
type FactTree = Readonly<Record<string, unknown>>

/** The plugin's own variables, and those that kinds of work declare. */
export function knownFacts(
  declared: readonly ScriptVariableDeclaration[]
): KnownFacts {
  const added: Record<string, Record<string, unknown>> = {}
  const unknown: Record<string, Record<string, unknown>> = {}
  for (const { name, example } of declared) {
    const [group = "", part = ""] = name.split(".")
    added[group] = { ...added[group], [part]: example }
    unknown[group] = {
      ...unknown[group],
      [part]: unknownOf(example),
    }
  }
  return {
    example: { ...EXAMPLE_FACTS, ...added },
    empty: { ...EMPTY_FACTS, ...unknown },
  }
}

type Example = ScriptVariableDeclaration["example"]

/** The value of a variable like this example while it is unknown. */
export function unknownOf(example: Example): "" | null | [] {
  return typeof example === "string"
    ? ""
    : typeof example === "number"
      ? null
      : []
}

/** A variable as a script writes it, with an example. */
export type ScriptVariable = {
  name: string
  /** A list's texts are joined by semicolons. */
  example: string
  kind: "text" | "number" | "list"
}

/** Every variable of the plugin's own. */
export const SCRIPT_VARIABLES: readonly ScriptVariable[] = Object.entries(
  EXAMPLE_FACTS
).flatMap(([name, fact]) =>
  typeof fact === "string"
    ? [scriptVariable({ name, example: fact })]
    : Object.entries(fact).map(([part, example]) =>
        scriptVariable({ name: `${name}.${part}`, example: example ?? 0 })
      )
)

/** A declared variable, as the settings list it. */
export function scriptVariable({
  name,
  example,
}: ScriptVariableDeclaration): ScriptVariable {
  return typeof example === "string"
    ? { name, example, kind: "text" }
    : typeof example === "number"
      ? { name, example: String(example), kind: "number" }
      : { name, example: example.join("; "), kind: "list" }
}

/** Numbers that are not called as their text is, with `_amount` behind. */
const NUMBERS: Readonly<Record<string, string>> = {
  "customer.local_time": "customer.local_hour",
}

/**
 * The number that stands beside a text: `order.total_amount` of `order.total`;
 * null if there is none.
 */
export function numberBeside(
  name: string,
  known: Readonly<Record<string, unknown>>
): string | null {
  const beside = NUMBERS[name] ?? `${name}_amount`
  let fact: unknown = known
  for (const part of beside.split(".")) {
    fact = isRecord(fact) && Object.hasOwn(fact, part) ? fact[part] : undefined
  }
  return typeof fact === "number" ? beside : null
}

/** One step of a variable's path: a name, an index, or a computed one. */
export type Segment = string | number | object

/**
 * Why a script cannot use this variable, or null if it can.
 *
 * @param written - the variable as the script has it, for the message
 * @param known - the known values by name: texts, numbers, lists of texts, and
 * trees of them
 */
export function partsFault(
  segments: readonly Segment[],
  written: string,
  known: Readonly<Record<string, unknown>>
): string | null {
  let fact: unknown = known
  const path: Segment[] = []
  for (const segment of segments) {
    const part = partOf(fact, segment)
    if (part === undefined) {
      return `${written} is not a variable; ${partsOf(fact, path.join("."))}`
    }
    fact = part
    path.push(segment)
  }
  return isRecord(fact)
    ? `${written} is not a text; ${partsOf(fact, written)}`
    : null
}

function partOf(fact: unknown, segment: Segment): unknown {
  if (Array.isArray(fact)) {
    const [first]: unknown[] = fact
    return segment === "size"
      ? fact.length
      : typeof segment !== "string" || ["first", "last"].includes(segment)
        ? first
        : undefined
  }
  if (typeof fact === "string") {
    return segment === "size"
      ? fact.length
      : isFromStart(segment)
        ? fact.charAt(0)
        : undefined
  }
  return isRecord(fact) &&
    typeof segment === "string" &&
    Object.hasOwn(fact, segment)
    ? fact[segment]
    : undefined
}

/**
 * Whether it may be the index of a letter: Liquid accepts only those from the
 * start.
 */
function isFromStart(segment: Segment): boolean {
  return typeof segment === "number"
    ? segment >= 0
    : typeof segment === "object"
}

function partsOf(fact: unknown, name: string): string {
  if (Array.isArray(fact)) {
    return `${name} has size, first, last`
  }
  if (!isRecord(fact)) {
    return `${name} has no parts`
  }
  const parts = Object.keys(fact).join(", ")
  return name === "" ? `there are ${parts}` : `${name} has ${parts}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
