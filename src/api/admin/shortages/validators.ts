import { z } from "@medusajs/framework/zod"
import { OFFER_ANSWERS } from "../../../modules/shortage"
import { despite_call, id, instant, ListPage } from "../follow-ups/validators"

const LONGEST_NOTE = 1_000
const MOST_UNITS = 2 ** 31 - 1
/** More cannot be told on the phone. */
const MOST_ALTERNATIVES = 5

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

const units = z.number().int().min(1).max(MOST_UNITS)

export const OfferAlternatives = z.strictObject({
  line_item_id: id,
  units,
  alternatives: z
    .array(
      z.strictObject({
        variant_id: id,
        quantity: units,
        location_id: id.nullable(),
        price: z.enum(["listed", "matched"]).optional(),
      })
    )
    .min(1)
    .max(MOST_ALTERNATIVES),
})
export type OfferAlternatives = z.infer<typeof OfferAlternatives>

export const AnswerOffer = z.strictObject({
  answer: z.enum(OFFER_ANSWERS),
  alternative_id: id.nullish(),
  note,
  capture_first: z.boolean().optional(),
  despite_call,
})
export type AnswerOffer = z.infer<typeof AnswerOffer>

export const ChangeOffer = z.strictObject({ capture_first: z.boolean() })
export type ChangeOffer = z.infer<typeof ChangeOffer>

const SHOWN_AT_MOST = 20

export const ListAlternatives = z.strictObject({
  q: z.string().trim().min(1).max(200).optional(),
  units: z.coerce.number().int().min(1).max(MOST_UNITS).optional(),
  limit: z.coerce.number().int().min(1).max(SHOWN_AT_MOST).optional(),
})
export type ListAlternatives = z.infer<typeof ListAlternatives>

const MOST_REPLACEMENTS = 20
const MOST_HOLDS = 100

const Deed = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("replace"),
    units,
    by: z
      .array(
        z.strictObject({
          variant_id: id,
          quantity: units,
          unit_price: z.number().min(0),
          location_id: id.nullable(),
          hold_reservation_ids: z.array(id).max(MOST_HOLDS).default([]),
        })
      )
      .min(1)
      .max(MOST_REPLACEMENTS),
  }),
  z.strictObject({ kind: z.literal("remove"), units }),
  z.strictObject({ kind: z.literal("part_delivery"), units }),
  z.strictObject({
    kind: z.literal("wait"),
    until: instant.nullish().transform((until) => until ?? null),
  }),
  z.strictObject({ kind: z.literal("other_location"), location_id: id }),
])

export const SettleShortage = z.strictObject({
  line_item_id: id,
  deed: Deed,
  capture_first: z.boolean().default(false),
  despite_call,
})
export type SettleShortage = z.infer<typeof SettleShortage>

export const ReturnMoney = z.strictObject({
  amount: z.number().min(0),
  despite_call,
})
export type ReturnMoney = z.infer<typeof ReturnMoney>

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
  csv: z.string().max(1_000_000),
})
export type ImportPins = z.infer<typeof ImportPins>
