import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whether payments are captured before an answer to an offer is carried out. */
export class Migration20261128170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table shortage_offer
         add column if not exists capture_first boolean not null default false`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table shortage_offer drop column if exists capture_first`
    )
  }
}
