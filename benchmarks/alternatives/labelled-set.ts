/**
 * The labelled set for alternatives, which README.md explains: products of
 * three shops, and short items with the alternatives graded by hand.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

import { z } from "@medusajs/framework/zod"

import { inconsistencies } from "./inconsistencies"

const text = z.string().trim().min(1)
const units = z.int().positive()
const language = z.enum(["uk", "ru", "bg", "en"])

const variant = z.strictObject({
  id: text,
  title: text,
  sku: text.optional(),
  /** The value of each option, by its title. */
  options: z.record(text, text),
  /** In major units, by currency code. */
  prices: z.record(z.string().length(3), z.number().positive()),
  /** Free units, by location. */
  stock: z.record(text, z.int().nonnegative()),
  /** In grams. */
  weight: units.optional(),
})

const product = z.strictObject({
  id: text,
  language,
  title: text,
  subtitle: text.optional(),
  handle: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  status: z.enum(["published", "draft"]),
  sales_channels: z.array(text).min(1),
  /** From the root to the leaf; empty if the shop gave it none. */
  category: z.array(text),
  type: text.optional(),
  collection: text.optional(),
  tags: z.array(text),
  /** `brand` and attributes, where the shop keeps them at all. */
  metadata: z.record(text, text),
  variants: z.array(variant).min(1),
})

const grade = z.strictObject({
  variant: text,
  grade: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** How many replace the whole line, if not the line's quantity. */
  units: units.optional(),
  accessory: z.literal(true).optional(),
  /** A rule of `FactRule`, or the marked attribute that differs. */
  violates: text.optional(),
})

const shortItem = z.strictObject({
  id: text,
  split: z.enum([
    "tune",
    "held_out",
    "fresh",
    "unseen",
    "blind",
    "trades",
    "blind2",
    "blind3",
    "blind4",
    "blind5",
  ]),
  /** The variant that is short. */
  out: text,
  quantity: units,
  sales_channel: text,
  currency: z.string().length(3),
  /** The location that will ship. */
  location: text,
  /** The attributes that the shop marked as hard. */
  marked: z.array(text),
  grades: z.array(grade),
  note: text.optional(),
})

const shop = z.strictObject({
  sales_channel: text,
  currency: z.string().length(3),
  locations: z.array(text).min(1),
})

export type Language = z.infer<typeof language>
export type Variant = z.infer<typeof variant>
export type Product = z.infer<typeof product>
export type Grade = z.infer<typeof grade>
export type ShortItem = z.infer<typeof shortItem>
export type Shop = z.infer<typeof shop>

export interface LabelledSet {
  readonly shops: readonly Shop[]
  readonly products: readonly Product[]
  readonly items: readonly ShortItem[]
  /** Products that only serve another: lids, filters, cases for a thing sold. */
  readonly accessories: ReadonlySet<string>
  /** The option titles and metadata keys under which an attribute is kept. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
}

/** What was written later, each in a folder of its own. */
export type LaterPart =
  | "fresh"
  | "unseen"
  | "blind"
  | "trades"
  | "blind2"
  | "blind3"
  | "blind4"
  | "blind5"

/**
 * Reads and checks the whole set, without what was written later.
 *
 * @param folder where it lies, if not beside this file
 * @throws if a file does not have the shape above, or if anything in the set
 *   contradicts another part of it; the message lists every contradiction
 */
export function loadLabelledSet(folder: string = __dirname): LabelledSet {
  return checked(read(folder))
}

/**
 * Reads and checks a part that was written later. Its products are added to
 * those of the first set, so that they are found among all goods of a shop; the
 * items are its own.
 *
 * @throws as `loadLabelledSet`
 */
export function loadLaterPart(part: LaterPart): LabelledSet {
  const first = loadLabelledSet()
  const later = read(join(__dirname, part), __dirname)
  return checked({
    ...later,
    products: [...first.products, ...later.products],
    accessories: new Set([...first.accessories, ...later.accessories]),
    attributes: { ...first.attributes, ...later.attributes },
  })
}

/** @param shops where the shops are told, if not with the rest */
function read(folder: string, shops: string = folder): LabelledSet {
  return {
    shops: readJson(shops, "shops.json", z.array(shop).min(1)),
    products: readLines(folder, "products", product),
    items: readLines(folder, "items", shortItem),
    accessories: new Set(
      readJson(folder, "accessories.json", z.array(text).min(1))
    ),
    attributes: readJson(
      folder,
      "attributes.json",
      z.record(text, z.array(text).min(1))
    ),
  }
}

function checked(set: LabelledSet): LabelledSet {
  const faults = inconsistencies(set)
  if (faults.length > 0) {
    throw new Error(
      `the labelled set contradicts itself:\n${faults.join("\n")}`
    )
  }
  return set
}

function readJson<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  return parse(
    readFileSync(join(folder, name), "utf8"),
    schema,
    join(folder, name)
  )
}

/** The lines of all files in a folder, in the order of the files' names. */
function readLines<T>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .flatMap((file) => {
      const path = join(folder, name, file)
      return readFileSync(path, "utf8")
        .split("\n")
        .flatMap((line, index) =>
          line === "" ? [] : [parse(line, schema, `${path}:${index + 1}`)]
        )
    })
}

function parse<T>(json: string, schema: z.ZodType<T>, where: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch (error) {
    const why =
      error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new Error(`${where}: ${why}`)
  }
}
