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
  email: boolean
  /** The task, if the message is about only one. */
  task_id: string | null
}

/** Larger numbers at once, as after downtime, are merged into one message. */
const MAX_SINGLE = 3

/** The messages for notices that are sent together: nobody gets forty. */
export function messagesOf(
  notices: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage[] {
  const byAudience = new Map<string, WaitingNotice[]>()
  for (const waiting of notices) {
    const { user_id, email } = waiting.notice
    const audience = `${user_id ?? ""} ${email}`
    byAudience.set(audience, [...(byAudience.get(audience) ?? []), waiting])
  }
  return [...byAudience.values()].flatMap((together) =>
    together.length > MAX_SINGLE
      ? [digestOf(together, language)]
      : together.map((waiting) => messageOf(waiting, language))
  )
}

function messageOf(
  { id, notice }: WaitingNotice,
  language: ScriptLanguage
): NoticeMessage {
  return {
    ...noticeText(notice, language),
    idempotency_key: id,
    user_id: notice.user_id,
    email: notice.email,
    task_id: notice.id,
  }
}

/**
 * The smallest id suffices as a key: each notice has one audience only, the
 * notices of a digest are taken and deleted together, and retries are not mixed
 * with new notices. So a digest that starts with the same id is the same
 * digest.
 */
function digestOf(
  together: WaitingNotice[],
  language: ScriptLanguage
): NoticeMessage {
  const firstId = together.map(({ id }) => id).sort()[0]
  const first = together[0]?.notice
  return {
    ...digestText(
      together.map(({ notice }) => notice),
      language
    ),
    idempotency_key: `digest:${firstId}`,
    user_id: first?.user_id ?? null,
    email: first?.email ?? false,
    task_id: null,
  }
}
