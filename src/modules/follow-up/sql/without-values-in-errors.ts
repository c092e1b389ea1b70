import { MedusaError } from "@medusajs/framework/utils"
import type { Sql } from "./sql"

/**
 * The driver puts the whole statement, values and all, into an error's message,
 * and messages are logged. Names and numbers of people must not be: what is
 * left says what went wrong, and where.
 */
export function withoutValuesInErrors(sql: Sql): Sql {
  return {
    execute: async (...statement) => {
      try {
        return await sql.execute(...statement)
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
  return `A statement on the follow-up tables failed: ${facts.join(", ") || "the connection was lost"}`
}
