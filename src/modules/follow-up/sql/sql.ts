import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"

/** A connection that runs a statement with `?` for each parameter. */
export type Sql = Pick<SqlEntityManager, "execute">

export type SqlValue = string | number | boolean | Date | null | string[]
