import type { Sql } from "../../../postgres/sql"

/** So many rows take well below a millisecond to add up when they are read. */
const FEW = 500

/**
 * Replaces the rows that triggers have added to `follow_up_task_count` by their
 * sums, once there are more than a few. The counts are the same before, after
 * and meanwhile; any number of instances may do it at once.
 */
export async function addUpCounts(sql: Sql): Promise<void> {
  await sql.execute(
    `with taken as (
       delete from follow_up_task_count
        where id in (select id from follow_up_task_count
                      where ${FEW} < (
                              select count(*)
                                from (select 1 from follow_up_task_count
                                       where not is_sum
                                       limit ${FEW + 1}) as new)
                      order by id
                        for update skip locked)
       returning *)
     insert into follow_up_task_count
            (status, assignee_id, calendar_id, calendar_version, limit_period,
             calls, first_limits, changed, is_sum)
     select status, assignee_id, calendar_id, calendar_version, limit_period,
            sum(calls), sum(first_limits), sum(changed), true
       from taken
      group by status, assignee_id, calendar_id, calendar_version, limit_period
     having sum(calls) <> 0 or sum(first_limits) <> 0
         or sum(changed) <> 0`
  )
}
