import {
  type Checkout,
  checkOut,
  type Purchase,
} from "../../demo/shopper/order"

/**
 * Carts that only have to be completed, which is a quarter of the work of a
 * checkout. They are there before the first test, and so anew for each.
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

  /** One that nobody has taken yet, filled with just this. */
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

  /** To be given back to `putBack` when the database is put back, too. */
  remember(): ReadonlySet<Checkout> {
    return new Set(this.taken)
  }

  putBack(taken: ReadonlySet<Checkout> = new Set()): void {
    this.taken = new Set(taken)
  }
}
