import { Ascending } from "./ascending"
import type { OpenWindow } from "./open-windows"

/**
 * A calendar compiled for a range of time: when its windows open, and the
 * cumulative open time at each opening.
 *
 * All times are epoch milliseconds and all durations milliseconds, whole
 * numbers that a Float64Array represents exactly. Open time is counted from an
 * arbitrary origin, so it may be negative.
 */
export class CompiledRange {
  private readonly byOpening: Ascending
  private readonly byTotal: Ascending

  private constructor(
    readonly from: number,
    readonly to: number,
    /** The windows are sorted and never touch. */
    private readonly opens: Float64Array,
    /** Has one entry more than there are windows: the last is the total. */
    private readonly totals: Float64Array
  ) {
    this.byOpening = new Ascending(opens)
    this.byTotal = new Ascending(totals)
  }

  static of(
    from: number,
    to: number,
    windows: readonly OpenWindow[]
  ): CompiledRange {
    const opens = new Float64Array(windows.length)
    const totals = new Float64Array(windows.length + 1)
    windows.forEach(({ open, close }, index) => {
      opens[index] = open
      totals[index + 1] = totals[index]! + close - open
    })
    return new CompiledRange(from, to, opens, totals)
  }

  get openTimeAtStart(): number {
    return this.totals[0]!
  }

  get openTimeAtEnd(): number {
    return this.totals[this.opens.length]!
  }

  covers(instant: number): boolean {
    return instant >= this.from && instant < this.to
  }

  isOpen(instant: number): boolean {
    const index = this.byOpening.lastAtMost(instant)
    return index >= 0 && instant < this.close(index)
  }

  /** The first opening after `instant`, if it is in this range. */
  openingAfter(instant: number): number | undefined {
    return this.opens[this.byOpening.lastAtMost(instant) + 1]
  }

  /** Cumulative open time at `instant`. */
  openTimeAt(instant: number): number {
    const index = this.byOpening.lastAtMost(instant)
    if (index < 0) return this.openTimeAtStart
    const total = this.totals[index]! + (instant - this.opens[index]!)
    return Math.min(total, this.totals[index + 1]!)
  }

  /**
   * The first instant at which `openTime` has passed. At a boundary, this is a
   * closing, not the opening after it.
   */
  firstInstantAt(openTime: number): number {
    return this.instantAt(this.byTotal.lastBelow(openTime), openTime)
  }

  /**
   * The last instant at which no more than `openTime` has passed. At a
   * boundary, this is an opening, not the closing before it.
   */
  lastInstantAt(openTime: number): number {
    return this.instantAt(this.byTotal.lastAtMost(openTime), openTime)
  }

  /** The windows between two instants in this range, clipped to both. */
  windows(from: number, to: number): OpenWindow[] {
    const windows: OpenWindow[] = []
    let index = Math.max(0, this.byOpening.lastAtMost(from))
    for (; index < this.opens.length && this.opens[index]! < to; index++) {
      const open = Math.max(from, this.opens[index]!)
      const close = Math.min(to, this.close(index))
      if (open < close) windows.push({ open, close })
    }
    return windows
  }

  /**
   * This range followed by the adjacent later one. Open time is counted from
   * this range's origin.
   */
  followedBy(later: CompiledRange): CompiledRange {
    return this.joined(later, 0, this.openTimeAtEnd - later.openTimeAtStart)
  }

  /**
   * The adjacent earlier range followed by this one. Open time is counted from
   * this range's origin.
   */
  precededBy(earlier: CompiledRange): CompiledRange {
    return earlier.joined(this, this.openTimeAtStart - earlier.openTimeAtEnd, 0)
  }

  private joined(
    later: CompiledRange,
    shift: number,
    laterShift: number
  ): CompiledRange {
    const count = this.opens.length
    // A window split where the two meet is joined again.
    const meet = count > 0 && this.close(count - 1) === later.opens[0]
    const firstLater = meet ? 1 : 0
    return new CompiledRange(
      this.from,
      later.to,
      concatenated(this.opens, later.opens.subarray(firstLater)),
      concatenated(
        this.totals.subarray(0, count).map((total) => total + shift),
        later.totals.subarray(firstLater).map((total) => total + laterShift)
      )
    )
  }

  private instantAt(index: number, openTime: number): number {
    return this.opens[index]! + (openTime - this.totals[index]!)
  }

  private close(index: number): number {
    return this.instantAt(index, this.totals[index + 1]!)
  }
}

function concatenated(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length)
  result.set(a)
  result.set(b, a.length)
  return result
}
