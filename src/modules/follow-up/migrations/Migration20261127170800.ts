import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was left out after an absence of the plugin, for an admin to see. */
export class Migration20261127170800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists follow_up_absence (
        id text not null primary key,
        entity text not null,
        left_out_from timestamptz not null,
        left_out_to timestamptz not null,
        records integer not null,
        dismissed_at timestamptz,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )
    `)
    this.addSql(`
      create unique index if not exists
        "IDX_follow_up_absence_entity_left_out_from_unique"
        on follow_up_absence (entity, left_out_from) where deleted_at is null
    `)
    this.addSql(`
      create index if not exists "IDX_follow_up_absence_deleted_at"
        on follow_up_absence (deleted_at) where deleted_at is null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists follow_up_absence`)
  }
}
