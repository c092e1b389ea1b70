import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** In which language each user has the dashboard, to be told things in it. */
export class Migration20261127184000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists follow_up_user_language (
        user_id text not null primary key,
        language text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz
      )
    `)
    this.addSql(`
      create index if not exists "IDX_follow_up_user_language_deleted_at"
        on follow_up_user_language (deleted_at) where deleted_at is null
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists follow_up_user_language`)
  }
}
