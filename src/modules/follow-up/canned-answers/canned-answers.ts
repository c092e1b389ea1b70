import { generateEntityId } from "@medusajs/framework/utils"
import type { CannedAnswer, CannedAnswerContent } from "./canned-answer"
import type { Sql } from "../../../postgres/sql"
import { instant } from "../task/sql/task-row"

type CannedAnswerRow = Omit<CannedAnswer, "created_at" | "updated_at"> & {
  created_at: string
  updated_at: string
}

/** The shop's canned answers, in the order in which they are offered. */
export async function selectCannedAnswers(sql: Sql): Promise<CannedAnswer[]> {
  const rows = await sql.execute<CannedAnswerRow[]>(
    `select id, name, types, texts, position, created_at, updated_at
       from follow_up_canned_answer
      where deleted_at is null
      order by position, id`
  )
  return rows.map((row) => ({
    ...row,
    created_at: instant(row.created_at),
    updated_at: instant(row.updated_at),
  }))
}

/** Adds a canned answer after the others. */
export async function insertCannedAnswer(
  sql: Sql,
  { name, types, texts }: CannedAnswerContent,
  now: Date
): Promise<string> {
  const id = generateEntityId(undefined, "fuans")
  await sql.execute(
    `insert into follow_up_canned_answer
            (id, name, types, texts, position, created_at, updated_at)
     select ?, ?, ?::jsonb, ?::jsonb, coalesce(max(position) + 1, 0),
            ?::timestamptz, ?::timestamptz
       from follow_up_canned_answer
      where deleted_at is null`,
    [id, name, JSON.stringify(types), JSON.stringify(texts), now, now]
  )
  return id
}

export async function updateCannedAnswer(
  sql: Sql,
  id: string,
  { name, types, texts }: CannedAnswerContent,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_canned_answer
        set name = ?, types = ?::jsonb, texts = ?::jsonb, updated_at = ?
      where id = ?`,
    [name, JSON.stringify(types), JSON.stringify(texts), now, id]
  )
}

export async function deleteCannedAnswer(
  sql: Sql,
  id: string,
  now: Date
): Promise<void> {
  await sql.execute(
    `update follow_up_canned_answer set deleted_at = ? where id = ?`,
    [now, id]
  )
}
