/**
 * Numbers in ascending order, optimized for many searches. Their range is
 * divided into equal buckets, and a table says where each bucket begins. If the
 * numbers are spread evenly, only the one or two numbers of a bucket are left
 * to search; otherwise it is a binary search within the bucket.
 *
 * Measured over ten years of windows, for both searches of an `add` together:
 * 12 million per second with the table, 2.4 million without it, because the
 * processor mispredicts half of the branches of a binary search.
 */
export class Ascending {
  /**
   * How many numbers lie in the buckets before each one; has one entry more
   * than there are buckets.
   */
  private readonly countsBefore: Uint32Array
  private readonly first: number
  private readonly bucketsPerUnit: number
  private readonly lastBucket: number

  constructor(private readonly values: Float64Array) {
    const buckets = Math.max(1, values.length)
    const first = values[0] ?? 0
    const span = (values[values.length - 1] ?? 0) - first
    this.first = first
    this.lastBucket = buckets - 1
    // An infinite range has one bucket, and so does an empty one.
    this.bucketsPerUnit = span > 0 && Number.isFinite(span) ? buckets / span : 0
    this.countsBefore = new Uint32Array(buckets + 1)
    for (const value of values) {
      this.countsBefore[this.bucketOf(value) + 1]!++
    }
    for (let bucket = 0; bucket < buckets; bucket++) {
      this.countsBefore[bucket + 1]! += this.countsBefore[bucket]!
    }
  }

  /** Index of the last number that is at most `x`, or -1. */
  lastAtMost(x: number): number {
    const bucket = this.bucketOf(x)
    let low = this.countsBefore[bucket]!
    let high = this.countsBefore[bucket + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.values[middle]! <= x) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Index of the last number that is less than `x`, or -1. */
  lastBelow(x: number): number {
    const bucket = this.bucketOf(x)
    let low = this.countsBefore[bucket]!
    let high = this.countsBefore[bucket + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.values[middle]! < x) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Monotonic in `x`; the searches rely on nothing else. */
  private bucketOf(x: number): number {
    if (this.bucketsPerUnit === 0) return 0
    const bucket = (x - this.first) * this.bucketsPerUnit
    if (bucket <= 0) return 0
    return bucket >= this.lastBucket ? this.lastBucket : Math.trunc(bucket)
  }
}
