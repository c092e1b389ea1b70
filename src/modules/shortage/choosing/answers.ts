import { newId } from "../../../postgres/new-id"
import type { Sql } from "../../../postgres/sql"
import type { Answers } from "../alternatives/product"

/** What a customer said when one variant was offered for another. */
export type Answer = {
  variant_id: string
  replacement_variant_id: string
  order_id: string
  line_item_id: string
  customer_id: string | null
  email: string | null
  accepted: boolean
  /** Null if it was not offered in writing. */
  offer_id: string | null
  answered_at: Date
}

/**
 * Keeps answers; what is given again for the same offer replaces the first. What
 * an offer names twice, as at two prices, is taken if it was taken at one.
 */
export async function insertAnswers(
  sql: Sql,
  answers: readonly Answer[],
  now: Date
): Promise<void> {
  const rows = answers.map((answer) => ({ id: newId("shans"), ...answer }))
  await sql.execute(
    `insert into shortage_answer
            (id, variant_id, replacement_variant_id, order_id, line_item_id,
             customer_id, email, accepted, offer_id, answered_at, created_at,
             updated_at)
     select distinct on (coalesce(offer_id, id), line_item_id,
                         replacement_variant_id)
            id, variant_id, replacement_variant_id, order_id, line_item_id,
            customer_id, lower(email), accepted, offer_id, answered_at,
            ?::timestamptz, ?::timestamptz
       from jsonb_to_recordset(?::jsonb) as given (
              id text, variant_id text, replacement_variant_id text,
              order_id text, line_item_id text, customer_id text, email text,
              accepted boolean, offer_id text, answered_at timestamptz)
      order by coalesce(offer_id, id), line_item_id, replacement_variant_id,
               accepted desc
         on conflict (offer_id, line_item_id, replacement_variant_id) do update
        set accepted = excluded.accepted, answered_at = excluded.answered_at,
            updated_at = excluded.updated_at`,
    [now, now, JSON.stringify(rows)]
  )
}

/** How often each variant was taken and refused in place of this one. */
export async function countAnswers(
  sql: Sql,
  variant_id: string
): Promise<Map<string, Answers>> {
  const rows = await sql.execute<({ id: string } & Answers)[]>(
    `select replacement_variant_id as id,
            (count(*) filter (where accepted))::int as accepted,
            (count(*) filter (where not accepted))::int as refused
       from shortage_answer where variant_id = ?
      group by replacement_variant_id`,
    [variant_id]
  )
  return new Map(rows.map(({ id, ...answers }) => [id, answers]))
}

/** How often a variant was taken and refused in place of another. */
export type AnsweredPair = Answers & {
  variant_id: string
  replacement_variant_id: string
  last_answered_at: Date
}

/** What replaced what, most often taken first, and how many pairs there are. */
export async function selectPairs(
  sql: Sql,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ pairs: AnsweredPair[]; count: number }> {
  const [counted] = await sql.execute<{ count: number }[]>(
    `select count(distinct (variant_id, replacement_variant_id))::int as count
       from shortage_answer`
  )
  const rows = await sql.execute<
    (Omit<AnsweredPair, "last_answered_at"> & { last_answered_at: string })[]
  >(
    `select variant_id, replacement_variant_id,
            (count(*) filter (where accepted))::int as accepted,
            (count(*) filter (where not accepted))::int as refused,
            max(answered_at) as last_answered_at
       from shortage_answer
      group by variant_id, replacement_variant_id
      order by accepted desc, last_answered_at desc, variant_id,
               replacement_variant_id
      limit ? offset ?`,
    [limit, offset]
  )
  return {
    pairs: rows.map((row) => ({
      ...row,
      last_answered_at: new Date(row.last_answered_at),
    })),
    count: counted?.count ?? 0,
  }
}

/** Whose answers are meant: any of these is the same person's. */
export type Answerer = {
  order_ids: readonly string[]
  customer_ids: readonly string[]
  /** In lower case. */
  emails: readonly string[]
}

/** What a person has refused in place of a variant, and not taken since. */
export async function selectRefused(
  sql: Sql,
  { order_ids, customer_ids, emails }: Answerer,
  variant_id: string
): Promise<string[]> {
  const rows = await sql.execute<{ id: string }[]>(
    `select replacement_variant_id as id from shortage_answer
      where variant_id = ?
        and (order_id in (select jsonb_array_elements_text(?::jsonb))
          or customer_id in (select jsonb_array_elements_text(?::jsonb))
          or email in (select jsonb_array_elements_text(?::jsonb)))
      group by replacement_variant_id
     having not (array_agg(accepted order by answered_at desc, id desc))[1]`,
    [variant_id, ...[order_ids, customer_ids, emails].map(asJson)]
  )
  return rows.map(({ id }) => id)
}

const asJson = (ids: readonly string[]) => JSON.stringify(ids)
