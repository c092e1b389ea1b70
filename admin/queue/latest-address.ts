/**
 * The address that the next change starts from. The router goes to an address
 * a moment after it was asked to; what is changed meanwhile has to start from
 * what was asked for, or it would take that back.
 */
export class LatestAddress {
  /** Asked for, and not there yet; the newest last. */
  private asked: string[] = []

  constructor(private current: string) {}

  get(): string {
    return this.asked.at(-1) ?? this.current
  }

  ask(address: string): void {
    this.asked.push(address)
  }

  /** The page is at this address now, asked for or by a link or the way back. */
  reach(address: string): void {
    const place = this.asked.lastIndexOf(address)
    this.asked = place < 0 ? [] : this.asked.slice(place + 1)
    this.current = address
  }
}
