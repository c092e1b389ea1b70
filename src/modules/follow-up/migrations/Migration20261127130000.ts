import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Sums of fractions of a second, kept in two places, may differ by as much. */
const ROUNDING = "0.01"

const COUNTED = `
  select coalesce(sum((run ->> 'seconds')::numeric), 0)
    from jsonb_array_elements(runs) as run`

/**
 * What a task has banked is the sum of its runs and no longer kept beside them.
 * Where the runs do not add up to it, as when an instance of before the runs
 * went on for a while after the upgrade that brought them, what was banked
 * counts: it is taken for one run up to the last pause, as that upgrade did.
 */
export class Migration20261127130000 extends Migration {
  override async up(): Promise<void> {
    // A second time there is nothing left to read.
    this.addSql(`
      do $$
      begin
        if exists (
          select 1 from information_schema.columns
           where table_schema = current_schema()
             and table_name = 'follow_up_task'
             and column_name = 'banked_seconds'
        ) then
          update follow_up_task as task
             set runs = case
                   when banked_seconds <= 0 then '[]'
                   else jsonb_build_array(jsonb_build_object(
                     'from', opened_at,
                     'until', coalesce(
                       waiting_since, completed_at, canceled_at,
                       (select max(occurred_at)
                          from follow_up_activity as activity
                         where activity.task_id = task.id
                           and kind in ('waiting', 'completed', 'canceled')),
                       opened_at),
                     'seconds', banked_seconds,
                     'calendar_id', calendar_id,
                     'calendar_version', calendar_version))
                 end
           where abs(banked_seconds - (${COUNTED})) >= ${ROUNDING};
        end if;
      end
      $$
    `)
    this.addSql(`
      alter table follow_up_task
        drop column if exists banked_seconds,
        drop column if exists raw_banked_seconds
    `)
    /* What withdrawing an attempt puts back, which must be columns. */
    this.addSql(`
      update follow_up_attempt
         set before = before - 'banked_seconds'
       where before -> 'banked_seconds' is not null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table follow_up_task
        add column if not exists banked_seconds numeric not null default 0,
        add column if not exists raw_banked_seconds jsonb not null
          default '{"value": "0", "precision": 20}'
    `)
    this.addSql(`
      update follow_up_task
         set banked_seconds = (${COUNTED}),
             raw_banked_seconds = jsonb_build_object(
               'value', (${COUNTED})::text, 'precision', 20)
       where runs <> '[]'
    `)
    this.addSql(`
      update follow_up_attempt
         set before = before || jsonb_build_object('banked_seconds', (
               select coalesce(sum((run ->> 'seconds')::numeric), 0)
                 from jsonb_array_elements(before -> 'runs') as run))
       where before -> 'runs' is not null
    `)
  }
}
