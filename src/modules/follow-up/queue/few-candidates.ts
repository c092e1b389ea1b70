import type { Sql } from "../../../postgres/sql"
import { toQueryWords } from "../task/search-terms"
import type { Condition } from "../task/sql/late"
import { type QueueFilters, SEARCH_TERMS } from "./queue-conditions"

/** Reading so many rows by their ids takes about a millisecond. */
const FEW = 200

/**
 * The few tasks among which a search for several words can find something,
 * found by the longest word alone; null if they are many, or other filters
 * leave few. The index reads all tasks that a word matches: beside a first name
 * that 10,000 of a million share, a family name took 1.7 ms, and 0.1 ms alone.
 */
export async function fewCandidates(
  sql: Sql,
  { q = "", tab = "all" }: QueueFilters
): Promise<{ ids: string[] } | null> {
  const words = toQueryWords(q)
  if (words.length < 2 || tab !== "all") {
    return null
  }
  const longest = words.reduce((one, other) =>
    other.length > one.length ? other : one
  )
  const tasks = await sql.execute<{ id: string }[]>(
    `select id from follow_up_task
      where deleted_at is null and ${SEARCH_TERMS} @@ ?::tsquery
      limit ${FEW + 1}`,
    [longest]
  )
  return tasks.length > FEW ? null : { ids: tasks.map(({ id }) => id) }
}

/** Letters of a word that many names begin with. */
const SHORT = 2

/** Of so many, a page is found soon among a million, in whatever order. */
const MANY = 10_000

/**
 * Whether a search among all tasks finds very many, as one for a letter does:
 * to sort them all would take seconds, and to read the list in its order until a
 * page is full takes milliseconds.
 *
 * @param where - finds them by the index of the terms
 */
export async function findsMany(
  sql: Sql,
  { q = "", tab = "all" }: QueueFilters,
  where: Condition
): Promise<boolean> {
  const words = toQueryWords(q)
  if (tab !== "all" || words.some((word) => lettersOf(word) > SHORT)) {
    return false
  }
  const [found] = await sql.execute<{ many: boolean }[]>(
    `select count(*) > ${MANY} as many
       from (select from follow_up_task where ${where.sql}
              limit ${MANY + 1}) as found`,
    where.values
  )
  return found?.many ?? false
}

/** Of a word as a query has it: `'ol':*`. */
function lettersOf(word: string): number {
  return word.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
