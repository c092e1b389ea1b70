import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { Sql } from "./sql"

/**
 * Runs statements where the manager does: in its transaction, if it has one.
 * Their values are sent beside them. The manager itself would write them into
 * the statement's text, which PostgreSQL then reads letter by letter: for a
 * batch of rows that took a third of the time.
 *
 * The driver puts the whole statement, values and all, into an error's message,
 * and messages are logged. Names and numbers of people must not be: what is
 * left says what went wrong, and where.
 */
export function connectionOf(manager: SqlEntityManager): Sql {
  return {
    execute: async (statement, values = []) => {
      const query = manager.getKnex().raw(statement, values)
      const transaction = manager.getTransactionContext()
      try {
        const { rows } = await (transaction
          ? query.transacting(transaction)
          : query)
        return rows
      } catch (error) {
        throw new MedusaError(MedusaError.Types.DB_ERROR, describe(error))
      }
    },
  }
}

const TELLING = ["code", "table", "column", "constraint", "routine"] as const

function describe(error: unknown): string {
  const facts =
    typeof error === "object" && error !== null
      ? TELLING.flatMap((name) => {
          const value: unknown = Reflect.get(error, name)
          return typeof value === "string" ? [`${name} ${value}`] : []
        })
      : []
  return `A database statement failed: ${facts.join(", ") || "the connection was lost"}`
}
