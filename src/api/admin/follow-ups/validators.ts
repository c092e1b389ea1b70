import { z } from "@medusajs/framework/zod"
import {
  asLanguageTag,
  isLanguageTag,
  QUEUE_TABS,
  SORTABLE_COLUMNS,
  TASK_STATUSES,
  WAITING_REASONS,
} from "../../../modules/follow-up"
import { isSupported, SUPPORTED_RANGE } from "../../../business-time"
import { rule } from "../../../refusals"
import { ATTEMPT_CHANNELS, ATTEMPT_OUTCOMES } from "../../../desk/attempts"

const LONGEST_ID = 255
const LONGEST_LOCALE = 35
const LONGEST_NOTE = 5_000
/** Of a message; how much of it a channel takes is decided later. */
const LONGEST_TEXT = 50_000
/** A name that a kind of work declares. */
const LONGEST_WORD = 50
const MAX_ON_A_PAGE = 200
const FARTHEST_OFFSET = 1_000_000

const text = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * A number of the query. Zod's own coercion would call the toString of an
 * object, and take a list of one for its item.
 */
export const wholeNumber = (min: number, max: number) =>
  z.preprocess(
    (given) =>
      typeof given === "string" && given.trim() !== "" ? Number(given) : given,
    z.number().int().min(min).max(max)
  )

export const id = text(LONGEST_ID)
const note = text(LONGEST_NOTE)
const phone = text(50)
/** Fields are declared with names like these. */
const FIELD = /^[a-z][a-z0-9_]{0,49}$/
const answers = z.record(
  z.string().regex(FIELD),
  z.union([text(LONGEST_NOTE), z.number()])
)
const outcome = text(LONGEST_ID)
const FAR_YEAR = /^[+-]\d{5,}-/

export const instant = z
  .string(rule("not_an_instant", {}))
  // JavaScript writes the year 28202 so; it is a date, but of no use.
  .refine((text) => !FAR_YEAR.test(text), {
    error: rule("date_out_of_range", { range: SUPPORTED_RANGE }),
    abort: true,
  })
  .pipe(z.iso.datetime({ offset: true, error: rule("not_an_instant", {}) }))
  .transform((text) => new Date(text))
  .refine(isSupported, rule("date_out_of_range", { range: SUPPORTED_RANGE }))

/** A language tag; the dashboard's own codes (`ptBR`) are accepted, too. */
export const locale = z
  .string()
  .max(LONGEST_LOCALE)
  .transform(asLanguageTag)
  .refine(isLanguageTag, rule("not_a_language", {}))

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional()
  )

const sortOrders = SORTABLE_COLUMNS.flatMap(
  (column) => [column, `-${column}`] as const
)

const limit = wholeNumber(1, MAX_ON_A_PAGE).default(50)
const offset = wholeNumber(0, FARTHEST_OFFSET).default(0)

/** A page of a short list. */
export const ListPage = z.strictObject({
  limit,
  offset,
})
export type ListPage = z.infer<typeof ListPage>

export const ListFollowUps = z.strictObject({
  tab: z.enum(QUEUE_TABS).optional(),
  outside: z.enum(QUEUE_TABS).optional(),
  status: listOf(
    z.enum(TASK_STATUSES, rule("unknown_word", { allowed: TASK_STATUSES }))
  ),
  type: listOf(id),
  assignee_id: id.optional(),
  order_id: id.optional(),
  customer_id: id.optional(),
  late: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
  due_before: instant.optional(),
  q: z.string().max(200).optional(),
  order: z.enum(sortOrders).optional(),
  limit,
  offset,
})
export type ListFollowUps = z.infer<typeof ListFollowUps>

/** The same as JSON. */
export const SearchFollowUps = ListFollowUps.extend({
  late: z.boolean().optional(),
  limit: z.number().int().min(1).max(MAX_ON_A_PAGE).default(50),
  offset: z.number().int().min(0).max(FARTHEST_OFFSET).default(0),
})
export type SearchFollowUps = z.infer<typeof SearchFollowUps>

export const ListAssignees = z.strictObject({
  q: z.string().max(200).optional(),
  limit,
  offset,
})
export type ListAssignees = z.infer<typeof ListAssignees>

export const GetCallSheet = z.strictObject({ locale: locale.default("en") })
export type GetCallSheet = z.infer<typeof GetCallSheet>

export const TellLanguage = z.strictObject({ language: locale })
export type TellLanguage = z.infer<typeof TellLanguage>

export const NoFields = z.strictObject({})

/** For rule changes that can be tried first. */
export const DryRunOrNot = z.strictObject({
  dry_run: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
})
export type DryRunOrNot = z.infer<typeof DryRunOrNot>

export const ShareContact = z.strictObject({
  kind: z.enum(["email", "phone"]),
  value: text(LONGEST_ID),
  is_shared: z.boolean(),
  task_id: id.optional(),
})
export type ShareContact = z.infer<typeof ShareContact>

export const despite_call = z.boolean().optional()

/** What every command on a task may say. */
export const CommandFollowUp = z.strictObject({ despite_call })
export type CommandFollowUp = z.infer<typeof CommandFollowUp>

export const AssignFollowUp = CommandFollowUp.extend({
  assignee_id: id.nullable(),
  note: note.optional(),
})
export type AssignFollowUp = z.infer<typeof AssignFollowUp>

export const RecordAttempt = CommandFollowUp.extend({
  channel: z.enum(ATTEMPT_CHANNELS),
  outcome: z.enum(ATTEMPT_OUTCOMES),
  note: note.optional(),
  call_back_at: instant.optional(),
  complete_with: outcome.optional(),
  phone: phone.optional(),
  answers: answers.optional(),
  message: z
    .strictObject({
      to: z.string().max(LONGEST_ID),
      subject: z.string().max(LONGEST_NOTE).optional(),
      text: z.string().max(LONGEST_TEXT),
    })
    .optional(),
})
export type RecordAttempt = z.infer<typeof RecordAttempt>

export const WaitFollowUp = CommandFollowUp.extend({
  until: instant,
  reason: z.enum(WAITING_REASONS).optional(),
  note: note.optional(),
})
export type WaitFollowUp = z.infer<typeof WaitFollowUp>

export const CompleteFollowUp = CommandFollowUp.extend({
  outcome,
  note: note.optional(),
  phone: phone.optional(),
  answers: answers.optional(),
})
export type CompleteFollowUp = z.infer<typeof CompleteFollowUp>

export const CancelFollowUp = CommandFollowUp.extend({
  /** The kinds of work declare the reasons. */
  reason: text(LONGEST_WORD),
  note: note.optional(),
})
export type CancelFollowUp = z.infer<typeof CancelFollowUp>

export const ReopenFollowUp = CommandFollowUp.extend({ note: note.optional() })
export type ReopenFollowUp = z.infer<typeof ReopenFollowUp>

export const NoteFollowUp = z.strictObject({ note })
export type NoteFollowUp = z.infer<typeof NoteFollowUp>
