import { type Claim, shortageOf } from "../allocation"

const claim = (
  line_id: string | null,
  quantity: number,
  ...place: Claim["place"]
): Claim => ({ line_id, quantity, place })

const short = (claims: Claim[], stocked: number) =>
  Object.fromEntries(shortageOf(claims, stocked))

describe("what stock does not cover", () => {
  const orders = [
    claim("third", 3, 30),
    claim("first", 2, 10),
    claim("second", 2, 20),
  ]

  it("is missing for those who came last", () => {
    expect(short(orders, 5)).toEqual({ third: 2 })
    expect(short(orders, 3)).toEqual({ second: 1, third: 3 })
  })

  it("is nothing where there is enough, and everything where there is nothing", () => {
    const all = { first: 2, second: 2, third: 3 }

    expect(short(orders, 7)).toEqual({})
    expect(short(orders, 0)).toEqual(all)
    expect(short(orders, -4)).toEqual(all)
  })

  it("is decided by the next of what places are made of where the first is the same", () => {
    const placed = [
      claim("b", 1, 10, 5, "order_2"),
      claim("a", 1, 10, 5, "order_1"),
      claim("c", 1, 10, 4, "order_3"),
    ]

    expect(short(placed, 2)).toEqual({ b: 1 })
  })

  it("counts what is held for no order, and tells nobody of what it lacks", () => {
    const held = claim(null, 4, 15)

    expect(short([...orders, held], 5)).toEqual({ second: 2, third: 3 })
    expect(short([claim("first", 2, 10), held], 5)).toEqual({})
  })

  it("adds up what a line holds in several reservations", () => {
    expect(short([claim("a", 1, 20), claim("a", 2, 20)], 1)).toEqual({ a: 2 })
  })
})
