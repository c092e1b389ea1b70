import { z } from "@medusajs/framework/zod"
import {
  isLanguageTag,
  QUEUE_TABS,
  SORTABLE_COLUMNS,
  TASK_STATUSES,
  WAITING_REASONS,
} from "../../../modules/follow-up"
import { ATTEMPT_CHANNELS, ATTEMPT_OUTCOMES } from "../../../desk/attempts"

const LONGEST_ID = 255
const LONGEST_LOCALE = 35
const LONGEST_NOTE = 5_000
const MOST_ON_A_PAGE = 200
const FARTHEST_OFFSET = 1_000_000

/** Text that a database can keep: a NUL or half a character is refused. */
export const text = (field: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (given) =>
        !given.includes("\0") && Buffer.from(given).toString() === given,
      `${field} has a character that is none`
    )

export const id = text("an id", LONGEST_ID)
const note = text("note", LONGEST_NOTE)
const phone = text("phone", 50)
const outcome = text("outcome", LONGEST_ID)
const instant = (field: string) =>
  z.iso
    .datetime({
      offset: true,
      error: ({ input }) =>
        `${field} was ${JSON.stringify(input)}; it must be an instant such as 2026-11-21T09:00:00Z`,
    })
    .transform((text) => new Date(text))

export const locale = z
  .string()
  .max(LONGEST_LOCALE)
  .refine(isLanguageTag, "locale must be a language such as uk")

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional()
  )

/** In a list Medusa takes a wrong value for a missing one. */
const oneOf = <Value extends string>(field: string, values: readonly Value[]) =>
  z.string().transform((given, context) => {
    const found = values.find((value) => value === given)
    if (found === undefined) {
      context.addIssue({
        code: "custom",
        message: `${field} was "${given}"; it may be one of ${values.join(", ")}`,
      })
      return z.NEVER
    }
    return found
  })

const sortOrders = SORTABLE_COLUMNS.flatMap(
  (column) => [column, `-${column}`] as const
)

export const ListFollowUps = z.strictObject({
  tab: z.enum(QUEUE_TABS).optional(),
  status: listOf(oneOf("status", TASK_STATUSES)),
  type: listOf(id),
  assignee_id: id.optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  late: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  due_before: instant("due_before").optional(),
  q: z.string().max(200).optional(),
  order: z.enum(sortOrders).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(50),
  offset: z.coerce.number().int().min(0).max(FARTHEST_OFFSET).default(0),
})
export type ListFollowUps = z.infer<typeof ListFollowUps>

export const ListAssignees = z.strictObject({
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ON_A_PAGE).default(50),
  offset: z.coerce.number().int().min(0).max(FARTHEST_OFFSET).default(0),
})
export type ListAssignees = z.infer<typeof ListAssignees>

export const GetCallSheet = z.strictObject({ locale: locale.default("en") })
export type GetCallSheet = z.infer<typeof GetCallSheet>

export const NoFields = z.strictObject({})

export const AssignFollowUp = z.strictObject({ assignee_id: id.nullable() })
export type AssignFollowUp = z.infer<typeof AssignFollowUp>

export const RecordAttempt = z.strictObject({
  channel: z.enum(ATTEMPT_CHANNELS),
  outcome: z.enum(ATTEMPT_OUTCOMES),
  note: note.optional(),
  call_back_at: instant("call_back_at").optional(),
  complete_with: outcome.optional(),
  phone: phone.optional(),
})
export type RecordAttempt = z.infer<typeof RecordAttempt>

export const WaitFollowUp = z.strictObject({
  until: instant("until"),
  reason: z.enum(WAITING_REASONS).optional(),
  note: note.optional(),
})
export type WaitFollowUp = z.infer<typeof WaitFollowUp>

export const CompleteFollowUp = z.strictObject({
  outcome,
  note: note.optional(),
  phone: phone.optional(),
})
export type CompleteFollowUp = z.infer<typeof CompleteFollowUp>

export const CancelFollowUp = z.strictObject({
  reason: z.enum(["duplicate", "not_needed", "other"]),
  note: note.optional(),
})
export type CancelFollowUp = z.infer<typeof CancelFollowUp>

export const ReopenFollowUp = z.strictObject({ note: note.optional() })
export type ReopenFollowUp = z.infer<typeof ReopenFollowUp>

export const NoteFollowUp = z.strictObject({ note })
export type NoteFollowUp = z.infer<typeof NoteFollowUp>
