import { setTimeout as sleep } from "node:timers/promises"
import type { QueueCounts } from "./count-queue"
import type { Audience, CountsRead } from "./shared-counts"

/**
 * What a listener is told: the counts, first and after every change of the
 * queue; else now and then that nothing has changed.
 */
export type News =
  | { kind: "counts"; counts: QueueCounts; now: Date }
  | { kind: "beat"; now: Date }

export type Listener = {
  audience: Audience
  tell(news: News): void
  /** The queue can no longer be watched. */
  end(): void
}

type Listening = Listener & { told: CountsRead }

/** What the news comes from. */
export type Source = {
  read(audience: Audience, now: Date): Promise<CountsRead>
  /** For each audience, in order. */
  readAll(audiences: readonly Audience[], now: Date): Promise<CountsRead[]>
  report(error: string): void
}

/** How long after one look the next begins. */
const LOOK_AGAIN_MS = 1_000

/** Often enough for any proxy to keep the connection. */
const BEAT_MS = 10_000

/**
 * Watches the queue as long as anybody listens: one cheap statement a second,
 * whatever the number of listeners. Each instance watches by itself, so it sees
 * what others change.
 */
export class QueueNews {
  private readonly listeners = new Set<Listening>()
  private isWatching = false
  private beat_at = 0

  constructor(private readonly source: Source) {}

  /**
   * Tells a listener the counts, and then every change until it leaves.
   *
   * @returns how it leaves
   * @throws if the counts cannot be read
   */
  async listen(
    listener: Listener,
    clock: { now(): Date }
  ): Promise<() => void> {
    const now = clock.now()
    const told = await this.source.read(listener.audience, now)
    listener.tell({ kind: "counts", counts: told.counts, now })
    const listening = { ...listener, told }
    this.listeners.add(listening)
    void this.watch(clock)
    return () => void this.listeners.delete(listening)
  }

  private async watch(clock: { now(): Date }): Promise<void> {
    if (this.isWatching) {
      return
    }
    this.isWatching = true
    for (;;) {
      // Keeps no process from ending.
      await sleep(LOOK_AGAIN_MS, undefined, { ref: false })
      // At once, so that nobody begins to listen in between.
      if (this.listeners.size === 0) {
        this.isWatching = false
        return
      }
      try {
        await this.tellChanges(clock.now())
      } catch (error) {
        this.source.report(error instanceof Error ? error.message : `${error}`)
        this.endAll()
      }
    }
  }

  private async tellChanges(now: Date): Promise<void> {
    const listeners = [...this.listeners]
    const reads = await this.source.readAll(
      listeners.map(({ audience }) => audience),
      now
    )
    const beats = performance.now() - this.beat_at >= BEAT_MS
    if (beats) {
      this.beat_at = performance.now()
    }
    listeners.forEach((listener, index) => {
      const read = reads[index]
      if (read && isNews(listener.told, read)) {
        listener.told = read
        listener.tell({ kind: "counts", counts: read.counts, now })
      } else if (beats) {
        listener.tell({ kind: "beat", now })
      }
    })
  }

  private endAll(): void {
    const listeners = [...this.listeners]
    this.listeners.clear()
    listeners.forEach((listener) => listener.end())
  }
}

function isNews(told: CountsRead, read: CountsRead): boolean {
  return (
    told.change !== read.change ||
    JSON.stringify(told.counts) !== JSON.stringify(read.counts)
  )
}
