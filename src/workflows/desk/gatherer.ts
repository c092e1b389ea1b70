import { setTimeout as sleep } from "node:timers/promises"
import { openAnswersSent } from "./store-answers"

/** Milliseconds; see `Patience`. */
export type GathererTiming = {
  gather_ms: number
  answer_ms: number
  busy_retry_ms: number
}

/** Items in one go: as many orders as one read takes well. */
const AT_ONCE = 100

/** More than this are left to the reconciler, so that memory stays bounded. */
const MOST_WAITING = 5_000

type Waiting<Item> = {
  item: Item
  /** Settles when it may begin. */
  answered: Promise<void>
  may_begin: boolean
}

/**
 * Work that events ask for while shoppers still wait for an answer. It begins
 * a little after those who were waiting at the event have theirs, and what came
 * close together is done in one go. One go runs at a time.
 *
 * What waits is in memory only: after a crash, and at a shutdown, the
 * reconciler does it.
 */
export class Gatherer<Item> {
  private readonly waiting = new Map<string, Waiting<Item>>()
  private working: Promise<void> | null = null

  /**
   * @param act - throws only if all its items are to be tried again later
   * @param timing - asked for at each event
   */
  constructor(
    private readonly act: (items: Item[]) => Promise<void>,
    private readonly timing: () => GathererTiming
  ) {}

  /** Replaces an item with the same key that has not begun. */
  add(key: string, item: Item): void {
    if (this.waiting.size >= MOST_WAITING) {
      return
    }
    const entry: Waiting<Item> = {
      item,
      answered: openAnswersSent(this.timing().answer_ms),
      may_begin: false,
    }
    void entry.answered.then(() => (entry.may_begin = true))
    this.waiting.set(key, entry)
    this.working ??= this.work()
  }

  /** Waits until nothing is left to do. */
  async rest(): Promise<void> {
    while (this.working) {
      await this.working
    }
  }

  private async work(): Promise<void> {
    for (;;) {
      const [first] = this.waiting.values()
      if (!first) {
        this.working = null
        return
      }
      await first.answered
      // Only now: an answer that was sent has yet to arrive, and where all cores
      // are busy, whoever reads it would have to share them with the work.
      await pause(this.timing().gather_ms)
      await this.go()
    }
  }

  private async go(): Promise<void> {
    const begun = [...this.waiting]
      .filter(([, { may_begin }]) => may_begin)
      .slice(0, AT_ONCE)
    if (begun.length === 0) {
      // What was first has come again, and its new shopper still waits.
      return
    }
    begun.forEach(([key]) => this.waiting.delete(key))
    try {
      await this.act(begun.map(([, { item }]) => item))
    } catch {
      for (const [key, tried] of begun) {
        this.waiting.set(key, this.waiting.get(key) ?? tried)
      }
      await pause(this.timing().busy_retry_ms)
    }
  }
}

/** Keeps no process from ending. */
async function pause(milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { ref: false })
}
