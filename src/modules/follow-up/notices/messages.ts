import type { EscalationNotice } from "../task/outbox"
import type { ScriptLanguage } from "../scripts/languages"
import { digestText, type NoticeText, noticeText } from "./texts"

/** A notice in the outbox, with its id there, and the customer's name. */
export type WaitingNotice = {
  id: string
  notice: EscalationNotice
  customer: string | null
}

/** Who is told. */
export type Reader = {
  id: string
  language: ScriptLanguage
  /**
   * Whether they have had the desk open, and so may read it: nobody else is
   * told the names of customers.
   */
  knows_desk: boolean
}

/** A message to one person. */
export type NoticeMessage = NoticeText & {
  /** A message that is sent again has the same key. */
  idempotency_key: string
  /** The task, if the message is about only one. */
  task_id: string | null
}

/** Larger numbers at once are merged into one message. */
const MAX_SINGLE = 3

/**
 * The messages to one person for notices that leave together, in their own
 * language. Each thing is told once: of several notices of it, the first.
 */
export function messagesTo(
  reader: Reader,
  notices: readonly WaitingNotice[]
): NoticeMessage[] {
  const things = new Map<string, WaitingNotice>()
  for (const waiting of [...notices].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { user_id } = waiting.notice
    const thing = thingOf(waiting)
    if ((user_id === null || user_id === reader.id) && !things.has(thing)) {
      things.set(thing, waiting)
    }
  }
  const together = [...things.values()].map((waiting) =>
    reader.knows_desk ? waiting : { ...waiting, customer: null }
  )
  const [first] = together
  return first && together.length > MAX_SINGLE
    ? [digestOf(first, together, reader)]
    : together.map((waiting) => ({
        ...noticeText(waiting, reader.language),
        idempotency_key: `${waiting.id}:${reader.id}`,
        task_id: waiting.notice.id,
      }))
}

/** What a notice tells, whichever steps of the playbook tell it. */
function thingOf({ notice }: WaitingNotice): string {
  return `${notice.id} ${notice.deadline} ${notice.is_warning}`
}

/**
 * The smallest id suffices as a key: the notices of a digest are taken and
 * deleted together, and retries are not mixed with new notices. So a digest to
 * the same person that starts with the same id is the same digest.
 */
function digestOf(
  { id }: WaitingNotice,
  together: WaitingNotice[],
  reader: Reader
): NoticeMessage {
  return {
    ...digestText(together, reader.language),
    idempotency_key: `digest:${id}:${reader.id}`,
    task_id: null,
  }
}
