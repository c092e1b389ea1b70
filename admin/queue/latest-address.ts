/**
 * The address to base the next change on. The router updates the address with a
 * delay; a change made meanwhile must start from the requested address, or it
 * would undo the pending change.
 */
export class LatestAddress {
  /** Requested but not reached yet; the newest last. */
  private asked: string[] = []

  constructor(private current: string) {}

  get(): string {
    return this.asked.at(-1) ?? this.current
  }

  ask(address: string): void {
    this.asked.push(address)
  }

  /** Called when the page's address changes, by request, link or history. */
  reach(address: string): void {
    const place = this.asked.lastIndexOf(address)
    this.asked = place < 0 ? [] : this.asked.slice(place + 1)
    this.current = address
  }
}
