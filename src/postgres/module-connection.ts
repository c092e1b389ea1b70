import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { DAL } from "@medusajs/framework/types"
import { connectionOf } from "./connection"
import type { Sql } from "./sql"

/**
 * Makes methods of a module's service out of functions that take a connection
 * first: each call is handed one to the module's database.
 *
 * @param repository - what Medusa gives each module's service as
 * `baseRepository_`, asked for at each call
 * @example
 * private readonly database_ = moduleConnection(() => this.baseRepository_)
 * readonly findTask = this.database_.connected(selectTask)
 */
export function moduleConnection(repository: () => DAL.RepositoryService) {
  return {
    /** Each statement commits by itself. */
    connected:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> =>
        await run(
          connectionOf(repository().getFreshManager<SqlEntityManager>()),
          ...args
        ),

    /** All of a call is one transaction of its own. */
    transactional:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> =>
        await repository().transaction<SqlEntityManager>(
          async (manager) => await run(connectionOf(manager), ...args)
        ),
  }
}
