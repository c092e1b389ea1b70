import type { EscalationNotice } from "../task/outbox"
import type { ScriptLanguage } from "../scripts/languages"
import { digestText, type NoticeText, noticeText } from "./texts"

/** A notice in the outbox, with its id there. */
export type WaitingNotice = { id: string; notice: EscalationNotice }

/** A message to one person, or to everyone. */
export type NoticeMessage = NoticeText & {
  /** A message that is sent again has the same key. */
  idempotency_key: string
  /** Null: everyone. */
  user_id: string | null
  /** The task, if the message is about only one. */
  task_id: string | null
}

/** Larger numbers at once are merged into one message. */
const MAX_SINGLE = 3

/**
 * The messages in the bell for notices that leave together. What everyone is
 * told is not told to somebody a second time.
 */
export function bellMessages(
  notices: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage[] {
  const forEveryone = notices.filter(({ notice }) => notice.user_id === null)
  const told = new Set(forEveryone.map(thingOf))
  const forOne = notices.filter((waiting) => !told.has(thingOf(waiting)))
  const named = new Set(forOne.map(({ notice }) => notice.user_id))
  return [
    ...[...named].flatMap((user_id) =>
      messagesTo(
        user_id,
        forOne.filter(({ notice }) => notice.user_id === user_id),
        language
      )
    ),
    ...messagesTo(null, forEveryone, language),
  ]
}

/** The e-mails to one person for notices that leave together. */
export function mailsTo(
  user_id: string,
  notices: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage[] {
  return messagesTo(
    user_id,
    notices.filter(
      ({ notice }) =>
        notice.email && (notice.user_id === null || notice.user_id === user_id)
    ),
    language
  )
}

/** Each thing once: of several notices of it, the first. */
function messagesTo(
  user_id: string | null,
  notices: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage[] {
  const things = new Map<string, WaitingNotice>()
  for (const waiting of [...notices].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const thing = thingOf(waiting)
    if (!things.has(thing)) {
      things.set(thing, waiting)
    }
  }
  const together = [...things.values()]
  const [first] = together
  return first && together.length > MAX_SINGLE
    ? [digestOf(user_id, first, together, language)]
    : together.map(({ id, notice }) => ({
        ...noticeText(notice, language),
        idempotency_key: id,
        user_id,
        task_id: notice.id,
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
  user_id: string | null,
  { id }: WaitingNotice,
  together: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage {
  return {
    ...digestText(
      together.map(({ notice }) => notice),
      language
    ),
    idempotency_key: `digest:${id}`,
    user_id,
    task_id: null,
  }
}
