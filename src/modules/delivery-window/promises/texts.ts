import type { Sql } from "../../../postgres/sql"

/** A text to customers, as the shop has changed it. */
export type MessageText = {
  kind: string
  /** A language tag. */
  language: string
  /** Liquid, one line; only e-mails have one. */
  subject: string
  /** Liquid. */
  body: string
}

export async function selectTexts(sql: Sql): Promise<MessageText[]> {
  return await sql.execute<MessageText[]>(
    `select kind, language, subject, body from delivery_window_text
      order by id`
  )
}

export async function saveText(
  sql: Sql,
  { kind, language, subject, body }: MessageText,
  actor_id: string | null,
  now: Date
): Promise<void> {
  await sql.execute(
    `insert into delivery_window_text
            (id, kind, language, subject, body, actor_id, created_at,
             updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (id) do update
        set subject = excluded.subject, body = excluded.body,
            actor_id = excluded.actor_id, updated_at = excluded.updated_at`,
    [`${kind}:${language}`, kind, language, subject, body, actor_id, now, now]
  )
}

/** Puts a text back to the plugin's own. */
export async function deleteText(
  sql: Sql,
  { kind, language }: Pick<MessageText, "kind" | "language">
): Promise<void> {
  await sql.execute(`delete from delivery_window_text where id = ?`, [
    `${kind}:${language}`,
  ])
}
