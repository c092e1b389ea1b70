import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { DAL } from "@medusajs/framework/types"
import { Refusal } from "../refusals"
import { connectionOf } from "./connection"
import { type DatabaseLimits, shareOf, tookTooLong, Turns } from "./limits"
import type { Sql } from "./sql"

/**
 * Turns functions that take a connection first into methods of a module's
 * service: each call gets a transaction on the module's database, with a limit
 * on the time of its statements, and waits for its turn, so that the module
 * never takes more than its share of the connections. A limit needs a
 * transaction, as the connections are the shop's.
 *
 * @param repository - what Medusa gives each module's service as
 * `baseRepository_`, asked for at each call
 * @param limitsNow - asked for at each call; `connections` at the first
 * @throws Refusal `desk_busy` from each method, if the database is too busy
 * @example
 * private readonly database_ = moduleConnection(() => this.baseRepository_, …)
 * readonly findTask = this.database_.transactional(selectTask)
 */
export function moduleConnection(
  repository: () => DAL.RepositoryService,
  limitsNow: () => DatabaseLimits
) {
  let turns: Turns | undefined
  /** Kept, as a fresh one costs a third of a short statement. */
  let manager: SqlEntityManager | undefined
  const inTurn = async <Result>(
    run: () => Promise<Result>
  ): Promise<Result> => {
    const { lock_timeout_ms, connections } = limitsNow()
    turns ??= new Turns(
      connections ?? shareOf(poolSize(repository())),
      2 * lock_timeout_ms
    )
    try {
      return await turns.take(run)
    } catch (error) {
      throw tookTooLong(error) ? new Refusal("desk_busy", {}) : error
    }
  }
  const transaction = async <Result>(
    run: (manager: SqlEntityManager) => Promise<Result>
  ): Promise<Result> => {
    const { lock_timeout_ms, statement_timeout_ms } = limitsNow()
    return await inTurn(() =>
      repository().transaction<SqlEntityManager>(async (manager) => {
        await connectionOf(manager).execute(
          `select set_config('lock_timeout', ?, true),
                  set_config('statement_timeout', ?, true)`,
          [`${lock_timeout_ms}`, `${statement_timeout_ms}`]
        )
        return await run(manager)
      })
    )
  }
  const after = (check: (argument: unknown) => void) => ({
    transactional:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> => {
        args.forEach((argument) => check(argument))
        return await transaction((manager) =>
          run(connectionOf(manager), ...args)
        )
      },

    /**
     * For a statement that is a transaction of its own: one round trip in place
     * of four. It is canceled when its time is up, and sets the limit for its
     * locks itself.
     */
    atOnce:
      <Args extends unknown[], Result>(
        run: (sql: Sql, ...args: Args) => Promise<Result>
      ) =>
      async (...args: Args): Promise<Result> => {
        args.forEach((argument) => check(argument))
        manager ??= repository().getFreshManager<SqlEntityManager>()
        const sql = connectionOf(manager, limitsNow().statement_timeout_ms)
        return await inTurn(() => run(sql, ...args))
      },
  })
  return {
    ...after(() => undefined),

    /**
     * The same, for what is called with arguments of any kind.
     *
     * @param check - throws for an argument that no statement could be run with
     */
    checked: after,

    /**
     * Gives the methods that Medusa made for a service's models the same
     * limits: links and queries of the shop call them, too.
     */
    limitGenerated(service: object): void {
      for (const [name, method] of generatedMethods(service)) {
        const context_at = CONTEXT_AT[verbOf(name)] ?? 0
        Reflect.set(service, name, async (...args: unknown[]) => {
          const context = args[context_at]
          return isInTransaction(context)
            ? await Reflect.apply(method, service, args)
            : await transaction((transactionManager) =>
                Reflect.apply(method, service, [
                  ...Array.from({ length: context_at }, (_, at) => args[at]),
                  { ...(isObject(context) && context), transactionManager },
                ])
              )
        })
      }
    },
  }
}

/** Where Medusa's generated methods take their context. */
const CONTEXT_AT: Readonly<Record<string, number>> = {
  retrieve: 2,
  list: 2,
  listAndCount: 2,
  softDelete: 2,
  restore: 2,
  create: 1,
  update: 1,
  delete: 1,
}

function generatedMethods(service: object): [string, () => unknown][] {
  const generated: object = Object.getPrototypeOf(
    Object.getPrototypeOf(service)
  )
  return Object.getOwnPropertyNames(generated).flatMap((name) => {
    const method: unknown = Reflect.get(generated, name)
    return verbOf(name) in CONTEXT_AT && isFunction(method)
      ? [[name, method]]
      : []
  })
}

/** The first words of a generated name, such as `listAndCount` of a model. */
function verbOf(name: string): string {
  const [verb = ""] =
    /^(?:listAndCount|softDelete|[a-z]+)(?=[A-Z])/.exec(name) ?? []
  return verb
}

function isInTransaction(context: unknown): boolean {
  return (
    isObject(context) && Boolean(Reflect.get(context, "transactionManager"))
  )
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === "function"
}

/** The largest number of connections that Medusa's pool opens. */
function poolSize(repository: DAL.RepositoryService): number {
  const client: { pool?: { max?: number } } = repository
    .getFreshManager<SqlEntityManager>()
    .getKnex().client
  return client.pool?.max ?? MEDUSAS_POOL
}

const MEDUSAS_POOL = 10
