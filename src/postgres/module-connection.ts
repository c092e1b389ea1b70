import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { DAL } from "@medusajs/framework/types"
import { connectionOf } from "./connection"
import type { Sql } from "./sql"

/**
 * Turns functions that take a connection first into methods of a module's
 * service: each call gets a connection to the module's database.
 *
 * @param repository - what Medusa gives each module's service as
 * `baseRepository_`, asked for at each call
 * @param check - throws for an argument that no statement could be run with
 * @example
 * private readonly database_ = moduleConnection(() => this.baseRepository_)
 * readonly findTask = this.database_.connected(selectTask)
 */
export function moduleConnection(
  repository: () => DAL.RepositoryService,
  check: (argument: unknown) => void = () => undefined
) {
  return {
    /** Each statement commits by itself. */
    connected:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> => {
        args.forEach((argument) => check(argument))
        return await run(
          connectionOf(repository().getFreshManager<SqlEntityManager>()),
          ...args
        )
      },

    /** Each call runs in a transaction of its own. */
    transactional:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> => {
        args.forEach((argument) => check(argument))
        return await repository().transaction<SqlEntityManager>(
          async (manager) => await run(connectionOf(manager), ...args)
        )
      },
  }
}
