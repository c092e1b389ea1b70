import { z } from "@medusajs/framework/zod"
import { CALENDAR_SCOPES } from "../../../../modules/follow-up"
import { rule } from "../../../../refusals"
import {
  DryRunOrNot,
  id,
  ListPage,
  locale as languageTag,
  wholeNumber,
} from "../validators"

const MAX_BINDINGS = 500

const locale = languageTag.default("en")

const scope = z.enum(
  CALENDAR_SCOPES,
  rule("unknown_scope", { allowed: CALENDAR_SCOPES })
)

/** The rules validate the definition field by field. */
const definition = z.unknown()
const name = z.string()

export const ListCalendars = ListPage
export type ListCalendars = z.infer<typeof ListCalendars>

export const CreateCalendar = z.strictObject({ name, definition })
export type CreateCalendar = z.infer<typeof CreateCalendar>

export const UpdateCalendar = z.strictObject({
  name: name.optional(),
  definition: definition.optional(),
  is_default: z.literal(true).optional(),
  bindings: z
    .array(z.strictObject({ scope, reference_id: id }))
    .max(MAX_BINDINGS)
    .optional(),
  version: z.number().int().min(1).optional(),
})
export type UpdateCalendar = z.infer<typeof UpdateCalendar>

export const DeleteCalendar = DryRunOrNot.extend({
  replace_with: id.optional(),
})
export type DeleteCalendar = z.infer<typeof DeleteCalendar>

export const PreviewCalendar = z.strictObject({ definition })
export type PreviewCalendar = z.infer<typeof PreviewCalendar>

export const GetHolidays = z.strictObject({
  country: id,
  state: id.optional(),
  year: wholeNumber(2000, 2199),
  locale,
})
export type GetHolidays = z.infer<typeof GetHolidays>

export const ListHolidayCountries = z.strictObject({
  locale,
  time_zone: id.optional(),
})
export type ListHolidayCountries = z.infer<typeof ListHolidayCountries>

export const GetApplyingCalendar = z.strictObject({
  type: id,
  playbook_id: id.optional(),
  sales_channel_id: id.optional(),
  stock_location_id: id.optional(),
  region_id: id.optional(),
})
export type GetApplyingCalendar = z.infer<typeof GetApplyingCalendar>
