import { totalsLeft } from "../totals-of"

const of = (
  order_id: string | null,
  order_total: number | null,
  status: "open" | "waiting" | "completed" | "canceled" = "open",
  currency_code = "uah"
) => ({
  status,
  order_id,
  order_total,
  currency_code: order_total === null ? null : currency_code,
})

describe("what is left of a call comes to", () => {
  it("its orders, each once", () => {
    expect(
      totalsLeft([of("a", 500), of("a", 500), of("b", 700, "waiting")])
    ).toEqual([{ currency_code: "uah", total: 1_200 }])
  })

  it("no order of which all is settled", () => {
    expect(
      totalsLeft([
        of("a", 500, "completed"),
        of("a", 500),
        of("b", 700, "completed"),
        of("c", 900, "canceled"),
      ])
    ).toEqual([{ currency_code: "uah", total: 500 }])
  })

  it("an amount for each currency, the largest first", () => {
    expect(totalsLeft([of("a", 80, "open", "eur"), of("b", 700)])).toEqual([
      { currency_code: "uah", total: 700 },
      { currency_code: "eur", total: 80 },
    ])
  })

  it("nothing without an order, or once all is settled", () => {
    expect(totalsLeft([of(null, null), of("a", 500, "completed")])).toEqual([])
  })
})
