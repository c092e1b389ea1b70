import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Tasks that share a customer record, an e-mail address or a phone number get
 * one person. Labels spread along what is shared until none changes: a few
 * rounds, as people have few records.
 */
const GROUP_EXISTING_TASKS = `
  do $$
  declare
    changed bigint;
  begin
    create temporary table fu_label on commit drop as
      select id, customer_id, lower(email) as email, phone_e164, id as label
        from follow_up_task
       where deleted_at is null;
    create index on fu_label (customer_id);
    create index on fu_label (email);
    create index on fu_label (phone_e164);
    create unique index on fu_label (id);
    loop
      with smallest as (
        select id, least(
                 label,
                 min(label) over (partition by coalesce(customer_id, id)),
                 min(label) over (partition by coalesce(email, id)),
                 min(label) over (partition by coalesce(phone_e164, id))
               ) as label
          from fu_label
      )
      update fu_label
         set label = smallest.label
        from smallest
       where fu_label.id = smallest.id and fu_label.label <> smallest.label;
      get diagnostics changed = row_count;
      exit when changed = 0;
    end loop;
    update follow_up_task as task
       set person_id = replace(fu_label.label, 'futask_', 'fuperson_')
      from fu_label
     where fu_label.id = task.id;
    update follow_up_task
       set person_id = replace(id, 'futask_', 'fuperson_')
     where person_id is null;
    drop table fu_label;
  end $$
`

/** When an open task becomes late: `DEADLINE_RULES` as SQL. */
const LIMIT = `least(
  case when responded_at is null then response_limit_at end,
  resolution_limit_at
)`

const DIMENSIONS = `status, assignee_id, calendar_id, calendar_version, limit_period`

/** What some rows of tasks add to the counts, or take from them. */
const deltas = (rows: string) => `
  select ${DIMENSIONS}, sum(case when leads then sign else 0 end) as tasks, sum(sign * changed) as changed
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
                 leads, sign
            from (${rows}) as rows
           where deleted_at is null) as counted
   group by ${DIMENSIONS}
  having sum(case when leads then sign else 0 end) <> 0 or sum(sign * changed) <> 0`

const added = `select 1 as sign, * from rows_after`
const removed = `select -1 as sign, * from rows_before`

/* A waiting task that waits for another number has no end of its wait. */
const FIRST_OF_CALL = `
  (status = 'waiting' and waiting_until is null), priority desc, due_at,
  opened_at, id`

/**
 * A call is one assignee's: that of its first task that has one. The history of
 * the others says so, as whenever a task is assigned.
 */
const GIVE_CALLS_TO_ONE = `
  with assigned as (
    select distinct on (person_id) person_id, assignee_id
      from follow_up_task
     where status in ('open', 'waiting') and deleted_at is null
       and assignee_id is not null
     order by person_id, ${FIRST_OF_CALL}
  ), handed_over as (
    update follow_up_task as task
       set assignee_id = assigned.assignee_id
      from assigned
     where task.person_id = assigned.person_id
       and task.status in ('open', 'waiting') and task.deleted_at is null
       and task.assignee_id is distinct from assigned.assignee_id
    returning task.id, task.assignee_id
  )
  insert into follow_up_activity (id, task_id, kind, data, occurred_at)
  select 'fuact_' || replace(gen_random_uuid()::text, '-', ''), id, 'assigned',
         jsonb_build_object('assignee_id', assignee_id), now()
    from handed_over`

/** Whoever opens a task: its person is there to be locked. */
const KEEP_PERSONS = `
  insert into follow_up_person (id)
  select distinct person_id from rows_after
      on conflict (id) do nothing`

/** Whoever deletes a task: what is left of its call has one that leads. */
const KEEP_LEADS = `
  update follow_up_task
     set leads = true
   where id in (
     select distinct on (person_id) id
       from follow_up_task
      where person_id in (select person_id from rows_before
                           where leads and status in ('open', 'waiting'))
        and status in ('open', 'waiting') and deleted_at is null
      order by person_id, ${FIRST_OF_CALL})`

const ALSO: Partial<Record<(typeof EVENTS)[number], string>> = {
  insert: `${KEEP_PERSONS};`,
  delete: `${KEEP_LEADS};`,
}

const ROWS_OF = {
  insert: added,
  update: `${added} union all ${removed}`,
  delete: removed,
}

const EVENTS = ["insert", "update", "delete"] as const

const count = (rows: string) => `
  insert into follow_up_task_count (${DIMENSIONS}, tasks, changed)
  ${deltas(rows)}`

/** Gives every task its person, every call the task that leads it, and a table to the contacts that people share. */
export class Migration20261127180000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists follow_up_shared_contact (
        id text not null primary key,
        kind text not null,
        value text not null,
        created_by text null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null
      )
    `)
    this.addSql(`
      create unique index if not exists idx_follow_up_shared_contact_value
        on follow_up_shared_contact (kind, value)
        where deleted_at is null
    `)
    this.addSql(`
      alter table follow_up_task add column if not exists person_id text null
    `)
    this.addSql(GROUP_EXISTING_TASKS)
    this.addSql(`
      alter table follow_up_task alter column person_id set not null
    `)
    /* What is locked to change a call, however many tasks it has. */
    this.addSql(`
      create table if not exists follow_up_person (id text not null primary key)
    `)
    this.addSql(`
      insert into follow_up_person (id)
      select distinct person_id from follow_up_task
          on conflict (id) do nothing
    `)
    /* The first of each call, in the queue's order. */
    this.addSql(`
      alter table follow_up_task
        add column if not exists leads boolean not null default true,
        add column if not exists calling_by text null,
        add column if not exists calling_since timestamptz null
    `)
    this.addSql(`
      update follow_up_task as task
         set leads = false
        from (select id, row_number() over (
                       partition by person_id
                       order by ${FIRST_OF_CALL}) as place
                from follow_up_task
               where status in ('open', 'waiting') and deleted_at is null
             ) as ranked
       where task.id = ranked.id and ranked.place > 1
    `)
    this.addSql(GIVE_CALLS_TO_ONE)
    /* The queue counts calls. */
    this.addSql(`
      create or replace function follow_up_count_tasks() returns trigger
        language plpgsql set search_path from current
      as $$
      begin
        ${EVENTS.map(
          (event) =>
            `if tg_op = '${event.toUpperCase()}' then
               ${count(ROWS_OF[event])};
               ${ALSO[event] ?? ""}
             end if;`
        ).join("\n")}
        if tg_op = 'TRUNCATE' then
          truncate follow_up_task_count;
        end if;
        return null;
      end
      $$
    `)
    this.addSql(`delete from follow_up_task_count`)
    this.addSql(count(`select 1 as sign, * from follow_up_task`))
    /*
     * Everything that one person ever had, what is open of it, and the task
     * that leads it.
     */
    this.addSql(`
      create index if not exists idx_follow_up_task_person
        on follow_up_task (person_id, status, leads)
        where deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_calling
        on follow_up_task (calling_by)
        where calling_by is not null
    `)
    /* Whether an address or a number is known, and whose it is. */
    this.addSql(`
      create index if not exists idx_follow_up_task_email
        on follow_up_task (lower(email))
        where email is not null and deleted_at is null
    `)
    this.addSql(`
      create index if not exists idx_follow_up_task_phone
        on follow_up_task (phone_e164)
        where phone_e164 is not null and deleted_at is null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists follow_up_shared_contact`)
    this.addSql(`drop table if exists follow_up_person`)
    this.addSql(`
      alter table if exists follow_up_task
        drop column if exists person_id, drop column if exists leads,
        drop column if exists calling_by, drop column if exists calling_since
    `)
  }
}
