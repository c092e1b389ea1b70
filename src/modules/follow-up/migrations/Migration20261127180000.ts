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

/** Gives every task its person, and a table to the contacts that people share. */
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
    /* What one person has open, and everything that they ever had. */
    this.addSql(`
      create index if not exists idx_follow_up_task_person
        on follow_up_task (person_id)
        where deleted_at is null
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
    this.addSql(`
      alter table if exists follow_up_task drop column if exists person_id
    `)
  }
}
