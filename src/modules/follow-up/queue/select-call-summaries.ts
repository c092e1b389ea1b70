import type { Sql } from "../../../postgres/sql"
import { LEAD_ORDER } from "../task/sql/persons"
import type { Task } from "../task/task"

/** What a person has open, as a row of the queue shows it. */
export type CallSummary = {
  person_id: string
  task_count: number
  /** The first of them leads. */
  tasks: Pick<
    Task,
    "id" | "type" | "status" | "order_id" | "order_display_id"
  >[]
  /** The task with the number to call, or else the one that leads. */
  contact: Pick<Task, "phone" | "phone_e164" | "email"> & { task_id: string }
  /** In major units of each currency; every order counts once. */
  totals: { currency_code: string; total: number }[]
  attempt_count: number
}

/** A call with more is listed up to here, and only counted further. */
const LISTED = 20

/** What these persons have open, by the id of the person. */
export async function selectCallSummaries(
  sql: Sql,
  person_ids: readonly string[]
): Promise<Map<string, CallSummary>> {
  const rows = await sql.execute<CallSummary[]>(
    `with active as (
       select id, person_id, type, status, order_id, order_display_id,
              currency_code, order_total, attempt_count,
              phone, phone_e164, email,
              row_number() over (
                partition by person_id
                order by ${LEAD_ORDER}
              ) as place
         from follow_up_task
        where person_id = any (array(
                select value from jsonb_array_elements_text(?::jsonb)))
          and status in ('open', 'waiting') and deleted_at is null
     ), orders as (
       select distinct on (person_id, order_id)
              person_id, currency_code, order_total
         from active
        where currency_code is not null and order_total is not null
        order by person_id, order_id
     ), totals as (
       select person_id, jsonb_agg(jsonb_build_object(
                'currency_code', currency_code, 'total', total)
                order by total desc) as totals
         from (select person_id, currency_code, sum(order_total) as total
                 from orders
                group by person_id, currency_code) as by_currency
        group by person_id
     )
     select active.person_id, count(*)::int as task_count,
            max(attempt_count) as attempt_count,
            coalesce(totals.totals, '[]') as totals,
            jsonb_agg(jsonb_build_object(
              'task_id', id, 'phone', phone, 'phone_e164', phone_e164,
              'email', email)
              order by phone_e164 is null, phone is null, place) -> 0
              as contact,
            jsonb_agg(jsonb_build_object(
              'id', id, 'type', type, 'status', status, 'order_id', order_id,
              'order_display_id', order_display_id) order by place)
              filter (where place <= ${LISTED}) as tasks
       from active
       left join totals on totals.person_id = active.person_id
      group by active.person_id, totals.totals`,
    [JSON.stringify([...new Set(person_ids)])]
  )
  return new Map(rows.map((row) => [row.person_id, row]))
}
