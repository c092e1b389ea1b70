import { z } from "@medusajs/framework/zod"
import { Refusal } from "../refusals"

/** What a module may take of the shop's database. */
export type DatabaseLimits = {
  /**
   * How long a statement waits for a lock, in milliseconds. Two people at one
   * task wait some milliseconds for each other; a migration or a backup of the
   * shop's holds a table for longer.
   *
   * @defaultValue 2000
   */
  lock_timeout_ms: number
  /**
   * How long a statement runs, in milliseconds. The slowest took 0.9 s among a
   * million tasks; ten times that is a slow disk.
   *
   * @defaultValue 10000
   */
  statement_timeout_ms: number
  /**
   * How many connections of Medusa's pool are used at once in this process. The
   * others stay free for the shop.
   *
   * @defaultValue 0.3 of the pool: 3, as Medusa's own default is 10
   */
  connections?: number
}

export const DEFAULT_LIMITS: DatabaseLimits = {
  lock_timeout_ms: 2_000,
  statement_timeout_ms: 10_000,
}

/**
 * The option `limits`, as the modules beside the desk read it. The follow-up
 * module checks the same options, and names what is wrong.
 */
export const givenLimits = z
  .object({ lock_timeout_ms: z.number(), statement_timeout_ms: z.number() })
  .partial()
  .catch({})
  .default({})

const SHARE = 0.3

/** The share of a pool of so many connections. */
export function shareOf(pool_size: number): number {
  return Math.max(1, Math.floor(pool_size * SHARE))
}

/**
 * Lets so many transactions run at once. One whose turn does not come in time is
 * refused, so that requests do not pile up behind a lock.
 */
export class Turns {
  private free: number
  private readonly waiting: (() => void)[] = []

  constructor(
    at_once: number,
    private readonly patience_ms: number
  ) {
    this.free = at_once
  }

  /** @throws Refusal `desk_busy` if no turn comes in time */
  async take<Result>(act: () => Promise<Result>): Promise<Result> {
    await this.turn()
    try {
      return await act()
    } finally {
      const next = this.waiting.shift()
      if (next) {
        next()
      } else {
        this.free += 1
      }
    }
  }

  private async turn(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const begin = () => {
        clearTimeout(timeout)
        resolve()
      }
      const timeout = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(begin), 1)
        reject(new Refusal("desk_busy", {}))
      }, this.patience_ms)
      this.waiting.push(begin)
    })
  }
}

/** PostgreSQL's codes for a lock, and a statement, that took too long. */
const TOO_SLOW = ["55P03", "57014"]

/** What knex throws if no connection becomes free. */
const NO_CONNECTION = "KnexTimeoutError"

/** Whether a statement failed because the database is busy. */
export function tookTooLong(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    (("code" in error &&
      typeof error.code === "string" &&
      TOO_SLOW.includes(error.code)) ||
      ("name" in error && error.name === NO_CONNECTION))
  )
}
