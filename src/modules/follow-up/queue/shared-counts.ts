import type { Sql } from "../../../postgres/sql"
import type { CompiledCalendar, RuleVersions } from "../rules/rule-versions"
import { latestCriticalLimit } from "../task/clock/read-timer"
import { type Asked, changedSince, type Look } from "./changed-since"
import { countTab, type QueueCounts, selectOpenCalendars } from "./count-queue"
import { queueCounts } from "./queue-counts"

/** Whose counts they are. */
export type Audience = {
  user_id: string | null
  /** Whose calls are counted, as in `QueueFilters`. */
  visible_to?: string | null
}

/** The counts as of a moment. */
export type CountsRead = {
  counts: QueueCounts
  /** Rises whenever the queue may have changed. */
  change: number
}

/**
 * Everything is counted anew after this long: what changes tasks without an
 * entry in their history, such as SQL by hand, is seen then.
 */
const COUNT_ANEW_MS = 30_000

/** Moments of requests that overlap are this far out of order, at most. */
const OUT_OF_ORDER_MS = 1_000

type Seen = {
  look: Look
  at: Date
  counted_at: Date
  /** Those of the open tasks. */
  calendars: CompiledCalendar[]
}

/**
 * The counts of the queue, kept until it changes: however many pages ask, one
 * cheap statement finds out whether they still hold.
 */
export class SharedCounts {
  private seen: Seen | null = null
  private change = 0
  private counted = new Kept<QueueCounts>()
  private mine = new Kept<number>()

  constructor(private readonly rules: RuleVersions) {}

  /** The counts now; counted only if the queue has changed. */
  async read(sql: Sql, audience: Audience, now: Date): Promise<CountsRead> {
    await this.look(sql, now)
    return await this.counts(sql, audience, now)
  }

  /** The counts now for each audience, in order. */
  async readAll(
    sql: Sql,
    audiences: readonly Audience[],
    now: Date
  ): Promise<CountsRead[]> {
    await this.look(sql, now)
    const reads: CountsRead[] = []
    for (const audience of audiences) {
      reads.push(await this.counts(sql, audience, now))
    }
    return reads
  }

  /**
   * Finds out whether the queue has changed. Looks may overlap: one that ends
   * late makes the next one see a change twice, and none is missed.
   */
  private async look(sql: Sql, now: Date): Promise<void> {
    const before = this.seen
    const isSetBack =
      before && now.getTime() < before.at.getTime() - OUT_OF_ORDER_MS
    const at = before && !isSetBack && before.at > now ? before.at : now
    const { look, changed } = await changedSince(
      sql,
      before && !isSetBack ? asked(before, at) : null
    )
    if (changed) {
      this.change += 1
    }
    if (
      before &&
      !changed &&
      at.getTime() - before.counted_at.getTime() < COUNT_ANEW_MS
    ) {
      this.seen = { ...before, look, at }
      return
    }
    this.counted = new Kept()
    this.mine = new Kept()
    const open = await selectOpenCalendars(sql)
    const calendars = await this.rules.calendarsOf(sql, open)
    this.seen = { look, at, counted_at: at, calendars }
  }

  /** The counts as of the last look. */
  private async counts(
    sql: Sql,
    audience: Audience,
    now: Date
  ): Promise<CountsRead> {
    const { change } = this
    const { user_id, visible_to } = audience
    if (visible_to !== undefined) {
      const counts = await this.counted.once(`visible to ${visible_to}`, () =>
        queueCounts(sql, this.rules, user_id, now, visible_to)
      )
      return { counts, change }
    }
    const all = await this.counted.once("everyone's", () =>
      queueCounts(sql, this.rules, null, now)
    )
    const mine =
      user_id === null
        ? 0
        : await this.mine.once(user_id, () =>
            countTab(sql, "mine", user_id, now, undefined)
          )
    return { counts: { ...all, counts: { ...all.counts, mine } }, change }
  }

  /** For a database that was restored to an earlier state. */
  forget(): void {
    this.seen = null
  }
}

/** What was counted once for all that ask. A failed count is tried again. */
class Kept<Counted> {
  private readonly counts = new Map<string, Promise<Counted>>()

  once(key: string, count: () => Promise<Counted>): Promise<Counted> {
    const known = this.counts.get(key)
    if (known) {
      return known
    }
    const counting = count()
    this.counts.set(key, counting)
    counting.catch(() => this.counts.delete(key))
    return counting
  }
}

function asked({ look, at, calendars }: Seen, now: Date): Asked {
  return {
    before: look,
    passed: { from: at, to: now },
    became_critical: calendars.map(({ id, version, calendar }) => ({
      calendar_id: id,
      calendar_version: version,
      from: latestCriticalLimit(calendar, at),
      to: latestCriticalLimit(calendar, now),
    })),
  }
}
