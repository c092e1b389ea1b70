import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Since when a template is in use: it may have been off for a season. */
export class Migration20261128140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table delivery_window_template
        add column if not exists on_since timestamptz`)
    this.addSql(`
      update delivery_window_template set on_since = created_at
       where on_since is null`)
    this.addSql(`
      alter table delivery_window_template
        alter column on_since set default now(),
        alter column on_since set not null`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table delivery_window_template drop column if exists on_since`)
  }
}
