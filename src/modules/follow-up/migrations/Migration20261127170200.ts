import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When an open task becomes late: `DEADLINE_RULES` as SQL. */
const LIMIT = `least(
  case when responded_at is null then response_limit_at end,
  resolution_limit_at
)`

const DIMENSIONS = `status, assignee_id, calendar_id, calendar_version, limit_period`

/** What some rows of tasks add to the counts, or take from them. */
const deltas = (rows: string) => `
  select ${DIMENSIONS}, sum(sign) as tasks, sum(sign * changed) as changed
    from (select case when status in ('open', 'waiting') then status
                      else 'closed' end as status,
                 assignee_id,
                 case when status = 'open' then calendar_id end as calendar_id,
                 case when status = 'open' then calendar_version end
                   as calendar_version,
                 case when status = 'open'
                      then floor(extract(epoch from ${LIMIT}) / 21600)::int end
                   as limit_period,
                 case when status in ('open', 'waiting')
                      then (extract(epoch from updated_at) * 1000000)::bigint
                      else 0 end as changed,
                 sign
            from (${rows}) as rows
           where deleted_at is null) as counted
   group by ${DIMENSIONS}
  having sum(sign) <> 0 or sum(sign * changed) <> 0`

const added = `select 1 as sign, * from rows_after`
const removed = `select -1 as sign, * from rows_before`

const ROWS_OF = {
  insert: added,
  update: `${added} union all ${removed}`,
  delete: removed,
}

const TRANSITIONS = {
  insert: "referencing new table as rows_after",
  update: "referencing old table as rows_before new table as rows_after",
  delete: "referencing old table as rows_before",
}

const EVENTS = ["insert", "update", "delete"] as const

const count = (rows: string) => `
  insert into follow_up_task_count (${DIMENSIONS}, tasks, changed)
  ${deltas(rows)}`

/**
 * Counts of tasks are sums over a small table, to which each statement that
 * changes tasks adds its difference: rows are only added, so that transactions
 * do not wait for one another. Lists of all tasks have an index for each order,
 * and search terms the version of the code that made them.
 */
export class Migration20261127170200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_task
        add column if not exists search_version integer not null default 0
    `)
    /* What is left to be made anew: nothing, most of the time. */
    this.addSql(`
      create index if not exists idx_follow_up_task_search_version
        on follow_up_task (opened_at)
        where search_version < 1 and deleted_at is null
    `)

    /* Late: a range of one index. */
    this.addSql(`
      create index if not exists idx_follow_up_task_limit
        on follow_up_task ((${LIMIT}))
        where status = 'open' and deleted_at is null
    `)
    /*
     * Search among what is open or waiting: a first name that 10,000 of a
     * million tasks share took 4 ms there.
     */
    this.addSql(`
      create index if not exists idx_follow_up_task_search_active
        on follow_up_task
        using gin (array_to_tsvector(string_to_array(search_terms, ' ')))
        with (fastupdate = off)
        where status in ('open', 'waiting') and deleted_at is null
    `)
    this.addSql(`drop index if exists idx_follow_up_task_unanswered`)
    this.addSql(`drop index if exists idx_follow_up_task_unresolved`)

    /* All tasks, in each order of a list. */
    this.addSql(`
      create index if not exists idx_follow_up_task_all_due
        on follow_up_task (priority desc, due_at, opened_at, id)
        where deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_all_updated
        on follow_up_task (updated_at)
        where deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_all_total
        on follow_up_task (currency_code, order_total, opened_at)
        where deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_all_total_desc
        on follow_up_task
          (currency_code, order_total desc nulls last, opened_at)
        where deleted_at is null
    `)

    this.addSql(`
      create table if not exists follow_up_task_count (
        id bigint generated always as identity,
        status text not null,
        assignee_id text null,
        calendar_id text null,
        calendar_version integer null,
        limit_period integer null,
        tasks bigint not null,
        changed numeric not null,
        is_sum boolean not null default false,
        constraint follow_up_task_count_pkey primary key (id)
      )
    `)
    /* How much there is to be added up. */
    this.addSql(`
      create index if not exists idx_follow_up_task_count_new
        on follow_up_task_count (id)
        where not is_sum
    `)
    this.addSql(`
      create or replace function follow_up_count_tasks() returns trigger
        language plpgsql set search_path from current
      as $$
      begin
        ${EVENTS.map(
          (event) =>
            `if tg_op = '${event.toUpperCase()}' then ${count(ROWS_OF[event])};
             end if;`
        ).join("\n")}
        if tg_op = 'TRUNCATE' then
          truncate follow_up_task_count;
        end if;
        return null;
      end
      $$
    `)
    this.dropTriggers()
    for (const event of EVENTS) {
      this.addSql(`
        create trigger follow_up_task_count_${event}
          after ${event} on follow_up_task
          ${TRANSITIONS[event]}
          for each statement execute function follow_up_count_tasks()
      `)
    }
    this.addSql(`
      create trigger follow_up_task_count_truncate
        after truncate on follow_up_task
        for each statement execute function follow_up_count_tasks()
    `)
    /*
     * The triggers' lock keeps others from changing tasks until this
     * transaction ends, so that none is missed or counted twice.
     */
    this.addSql(`delete from follow_up_task_count`)
    this.addSql(count(`select 1 as sign, * from follow_up_task`))
  }

  override async down(): Promise<void> {
    this.dropTriggers()
    this.addSql(`drop function if exists follow_up_count_tasks()`)
    this.addSql(`drop table if exists follow_up_task_count`)
    for (const index of [
      "all_total_desc",
      "all_total",
      "all_updated",
      "all_due",
      "limit",
      "search_active",
      "search_version",
    ]) {
      this.addSql(`drop index if exists idx_follow_up_task_${index}`)
    }
    this.addSql(`
      create index if not exists idx_follow_up_task_unanswered
        on follow_up_task (response_limit_at)
        where status = 'open' and responded_at is null and deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_unresolved
        on follow_up_task (resolution_limit_at)
        where status = 'open' and resolution_limit_at is not null
          and deleted_at is null
    `)
    this.addSql(
      `alter table follow_up_task drop column if exists search_version`
    )
  }

  private dropTriggers(): void {
    for (const event of [...EVENTS, "truncate"]) {
      this.addSql(
        `drop trigger if exists follow_up_task_count_${event} on follow_up_task`
      )
    }
  }
}
