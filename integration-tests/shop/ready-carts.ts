import {
  type Checkout,
  checkOut,
  type Purchase,
} from "../../demo/shopper/order"

/**
 * Carts that only need to be completed, which is a quarter of the work of a
 * checkout. They are created before the first test, so every test starts with
 * all of them.
 */
export class ReadyCarts {
  private readonly ready: { purchase: string; checkout: Checkout }[] = []
  private taken = new Set<Checkout>()

  async fill(purchase: Purchase): Promise<void> {
    this.ready.push({
      purchase: JSON.stringify(purchase),
      checkout: await checkOut(purchase),
    })
  }

  /** An unused one with exactly this purchase. */
  take(purchase: Purchase): Checkout | undefined {
    const wanted = JSON.stringify(purchase)
    const found = this.ready.find(
      (each) => each.purchase === wanted && !this.taken.has(each.checkout)
    )
    if (found) {
      this.taken.add(found.checkout)
    }
    return found?.checkout
  }

  /** The state to pass to `putBack` when the database is restored. */
  remember(): ReadonlySet<Checkout> {
    return new Set(this.taken)
  }

  putBack(taken: ReadonlySet<Checkout> = new Set()): void {
    this.taken = new Set(taken)
  }
}
