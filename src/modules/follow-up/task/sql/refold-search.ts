import type { Sql } from "../../../../postgres/sql"
import { SEARCH_VERSION, searchTerms } from "../search-terms"
import type { Task } from "../task"

type Searched = Pick<Task, "id"> & Parameters<typeof searchTerms>[0]

/**
 * Makes the search terms anew of some tasks whose terms an older version made,
 * the newest tasks first. Any number of instances may do it at once.
 *
 * @returns how many there were, 0 once none is left
 */
export async function refoldSearch(sql: Sql, limit: number): Promise<number> {
  const tasks = await sql.execute<Searched[]>(
    `select id, order_display_id, customer_name, email, phone, phone_e164
       from follow_up_task
      where search_version < ${SEARCH_VERSION} and deleted_at is null
      order by opened_at desc
      limit ?
        for update skip locked`,
    [limit]
  )
  if (tasks.length > 0) {
    await sql.execute(
      `update follow_up_task as task
          set search_terms = given.terms, search_version = ${SEARCH_VERSION}
         from jsonb_to_recordset(?::jsonb) as given (id text, terms text)
        where task.id = given.id`,
      [
        JSON.stringify(
          tasks.map((task) => ({ id: task.id, terms: searchTerms(task) }))
        ),
      ]
    )
  }
  return tasks.length
}
