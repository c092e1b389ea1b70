import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When an open task becomes late: `DEADLINE_RULES` as SQL. */
const LIMIT = `least(
  case when responded_at is null then response_limit_at end,
  resolution_limit_at
)`

const FIRST_OF_CALL = `
  (status = 'waiting' and waiting_until is null), priority desc, due_at,
  opened_at, id`

const FIRST_TO_RUN_OUT = `status <> 'open', ${LIMIT}, ${FIRST_OF_CALL}`

const DIMENSIONS = `status, assignee_id, calendar_id, calendar_version, limit_period`

/** What is counted, and the tasks that count. */
type Figures = Readonly<Record<string, "leads" | "runs_out_first">>

const FIGURES: Figures = { calls: "leads", first_limits: "runs_out_first" }

const BEFORE: Figures = { tasks: "leads" }

/** What some rows of tasks add to the counts, or take from them. */
function deltas(rows: string, figures: Figures): string {
  const sums = [
    ...Object.values(figures).map(
      (counts) => `sum(case when ${counts} then sign else 0 end)`
    ),
    "sum(sign * changed)",
  ]
  return `
    insert into follow_up_task_count
           (${DIMENSIONS}, ${Object.keys(figures).join(", ")}, changed)
    select ${DIMENSIONS}, ${sums.join(", ")}
      from (select case when status in ('open', 'waiting') then status
                        else 'closed' end as status,
                   assignee_id,
                   case when status = 'open' then calendar_id end
                     as calendar_id,
                   case when status = 'open' then calendar_version end
                     as calendar_version,
                   case when status = 'open'
                        then floor(extract(epoch from ${LIMIT}) / 21600)::int
                    end as limit_period,
                   case when status in ('open', 'waiting')
                        then (extract(epoch from updated_at) * 1000000)::bigint
                        else 0 end as changed,
                   ${Object.values(figures).join(", ")}, sign
              from (${rows}) as rows
             where deleted_at is null) as counted
     group by ${DIMENSIONS}
    having ${sums.map((sum) => `${sum} <> 0`).join(" or ")}`
}

const added = `select 1 as sign, * from rows_after`
const removed = `select -1 as sign, * from rows_before`

const ROWS_OF = {
  insert: added,
  update: `${added} union all ${removed}`,
  delete: removed,
}

const EVENTS = ["insert", "update", "delete"] as const

/** Whoever opens a task: its person is there to be locked. */
const KEEP_PERSONS = `
  insert into follow_up_person (id)
  select distinct person_id from rows_after
      on conflict (id) do nothing`

/** Whoever deletes a task: what is left of its call has another. */
const keepFirst = (column: "leads" | "runs_out_first", order: string) => `
  update follow_up_task
     set ${column} = true
   where id in (
     select distinct on (person_id) id
       from follow_up_task
      where person_id in (select person_id from rows_before
                           where ${column} and status in ('open', 'waiting'))
        and status in ('open', 'waiting') and deleted_at is null
      order by person_id, ${order})`

/**
 * A call is late or urgent once any of its tasks is: by the limit that runs out
 * first, which need not be that of the task that leads. One task of each call
 * is marked as the one that has it, so that calls are still counted by adding
 * up what changed.
 */
export class Migration20261127190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table follow_up_task
        add column if not exists runs_out_first boolean not null default true
    `)
    this.addSql(`delete from follow_up_task_count`)
    this.addSql(`
      alter table follow_up_task_count
        drop column if exists tasks,
        add column if not exists calls bigint not null default 0,
        add column if not exists first_limits bigint not null default 0
    `)
    this.countBy(FIGURES, [
      keepFirst("leads", FIRST_OF_CALL),
      keepFirst("runs_out_first", FIRST_TO_RUN_OUT),
    ])
    this.addSql(`
      update follow_up_task as task
         set runs_out_first = ranked.is_first
        from (select id, row_number() over (
                       partition by person_id
                       order by ${FIRST_TO_RUN_OUT}) = 1 as is_first
                from follow_up_task
               where status in ('open', 'waiting') and deleted_at is null
             ) as ranked
       where task.id = ranked.id and task.runs_out_first <> ranked.is_first
    `)
    this.countAnew(FIGURES)
    /* Calls by the limit of a task that does not lead: few. */
    this.addSql(`
      create index if not exists idx_follow_up_task_limit_of_other
        on follow_up_task ((${LIMIT}))
        where runs_out_first and not leads and status = 'open'
          and deleted_at is null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`delete from follow_up_task_count`)
    this.addSql(`
      alter table follow_up_task_count
        drop column if exists calls, drop column if exists first_limits,
        add column if not exists tasks bigint not null default 0
    `)
    this.countBy(BEFORE, [keepFirst("leads", FIRST_OF_CALL)])
    this.addSql(
      `alter table follow_up_task drop column if exists runs_out_first`
    )
    this.countAnew(BEFORE)
  }

  private countBy(figures: Figures, after_delete: string[]): void {
    const also = {
      insert: [KEEP_PERSONS],
      update: [],
      delete: after_delete,
    }
    this.addSql(`
      create or replace function follow_up_count_tasks() returns trigger
        language plpgsql set search_path from current
      as $$
      begin
        ${EVENTS.map(
          (event) =>
            `if tg_op = '${event.toUpperCase()}' then
               ${[deltas(ROWS_OF[event], figures), ...also[event]].join(";\n")};
             end if;`
        ).join("\n")}
        if tg_op = 'TRUNCATE' then
          truncate follow_up_task_count;
        end if;
        return null;
      end
      $$
    `)
  }

  /* The changes of the columns keep others from changing tasks meanwhile. */
  private countAnew(figures: Figures): void {
    this.addSql(`delete from follow_up_task_count`)
    this.addSql(deltas(`select 1 as sign, * from follow_up_task`, figures))
  }
}
