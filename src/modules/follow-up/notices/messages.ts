import type { EscalationNotice } from "../task/outbox"
import type { ScriptLanguage } from "../scripts/plugin-scripts"
import { digestText, type NoticeText, noticeText } from "./texts"

/** A notice that waits in the outbox, with its id there. */
export type WaitingNotice = { id: string; notice: EscalationNotice }

/** What one person, or everyone, is told at once. */
export type NoticeMessage = NoticeText & {
  /** The same message again has the same key. */
  idempotency_key: string
  /** Null: everyone. */
  user_id: string | null
  email: boolean
  /** The task, where it is about one only. */
  task_id: string | null
}

/** More than these at once, as after a standstill, are told in one message. */
const MOST_SINGLE = 3

/** The messages for notices that leave together: nobody gets forty. */
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
    together.length > MOST_SINGLE
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
 * The smallest id is key enough: each notice is of one audience only, those of
 * a digest are taken and forgotten together, and what is tried again is not
 * mixed with what is new. So whenever the same id comes first again, it is the
 * same digest again.
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
