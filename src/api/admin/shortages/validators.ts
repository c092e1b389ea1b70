import { z } from "@medusajs/framework/zod"
import { id, instant, ListPage } from "../follow-ups/validators"

const LONGEST_NOTE = 1_000
const MOST_UNITS = 2 ** 31 - 1

const note = z.string().trim().min(1).max(LONGEST_NOTE).nullish()

export const ListShortages = ListPage.extend({
  order_id: id.optional(),
  inventory_item_id: id.optional(),
  variant_id: id.optional(),
})
export type ListShortages = z.infer<typeof ListShortages>

export const ReportShortage = z.strictObject({
  order_id: id,
  line_item_id: id,
  quantity_found: z.number().int().min(0).max(MOST_UNITS),
  reason: note,
  correct_stock: z.boolean().default(false),
})
export type ReportShortage = z.infer<typeof ReportShortage>

export const ListAnnouncements = z.strictObject({ inventory_item_id: id })
export type ListAnnouncements = z.infer<typeof ListAnnouncements>

export const AnnounceShortage = z.strictObject({
  inventory_item_id: id.optional(),
  variant_id: id.optional(),
  location_id: id.nullish(),
  expected_at: instant.nullable(),
  note,
})
export type AnnounceShortage = z.infer<typeof AnnounceShortage>

const SHOWN_AT_MOST = 20

export const ListAlternatives = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  units: z.coerce.number().int().min(1).max(MOST_UNITS).optional(),
  limit: z.coerce.number().int().min(1).max(SHOWN_AT_MOST).optional(),
})
export type ListAlternatives = z.infer<typeof ListAlternatives>

export const ListPins = z.strictObject({ product_id: id })
export type ListPins = z.infer<typeof ListPins>

const MOST_PINS_SENT = 100

export const PinAlternatives = z.strictObject({
  variant_id: id,
  replacement_variant_ids: z.array(id).max(MOST_PINS_SENT),
})
export type PinAlternatives = z.infer<typeof PinAlternatives>

/** The size of a file of pinned pairs, as Medusa's body parser takes it. */
export const LARGEST_FILE = "1mb"

export const ImportPins = z.strictObject({
  csv: z.string().min(1).max(1_000_000),
})
export type ImportPins = z.infer<typeof ImportPins>
