import { isDelivered } from "../delivery"

const items = (...quantities: [quantity: number, delivered: number][]) => ({
  items: quantities.map(([quantity, delivered_quantity]) => ({
    detail: { quantity, delivered_quantity },
  })),
})

describe("an order", () => {
  it.each([
    ["all units of all items", items([1, 1], [3, 3]), true],
    ["what is left after one was removed", items([1, 1], [0, 0]), true],
    ["a part of its units", items([1, 1], [3, 2]), false],
    ["none of its units", items([1, 0]), false],
    ["nothing, as everything was removed", items([0, 0], [0, 0]), false],
    ["nothing, as it has no items", items(), false],
    ["nothing, as its items are unknown", {}, false],
  ])("with %s delivered", (_, order, delivered) => {
    expect(isDelivered(order)).toBe(delivered)
  })
})
