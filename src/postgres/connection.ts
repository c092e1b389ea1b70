import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { Refusal } from "../refusals"
import { tookTooLong } from "./limits"
import type { Sql } from "./sql"

/**
 * Runs statements on the manager's connection: in its transaction, if it has
 * one. Values are sent as parameters. The manager itself would inline them into
 * the statement, which PostgreSQL then has to parse: for a batch of rows that
 * took a third of the time.
 *
 * The driver puts the whole statement, values included, into error messages,
 * and messages are logged. Names and numbers of people must not be, so the
 * message is cut down to what went wrong, and where.
 *
 * @param timeout_ms - after which a statement is canceled, for those in no
 * transaction; in one, `statement_timeout` does it without another connection
 */
export function connectionOf(
  manager: SqlEntityManager,
  timeout_ms?: number
): Sql {
  return {
    execute: async (statement, values = []) => {
      const query = manager.getKnex().raw(statement, values)
      if (timeout_ms !== undefined) {
        query.timeout(timeout_ms, { cancel: true })
      }
      const transaction = manager.getTransactionContext()
      try {
        const { rows } = await (transaction
          ? query.transacting(transaction)
          : query)
        return rows
      } catch (error) {
        if (tookTooLong(error)) {
          throw new Refusal("desk_busy", {})
        }
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
