import { linesToPack } from "../order-to-pack"

describe("what can be reported as not on the shelf", () => {
  const items = [
    {
      id: "packed",
      title: "A",
      quantity: 2,
      detail: { fulfilled_quantity: 2 },
    },
    { id: "half", title: "B", quantity: 2, detail: { fulfilled_quantity: 1 } },
  ]
  const linesOf = (status: string) =>
    linesToPack({ id: "order_1", status, items })

  it.each(["pending", "draft", "requires_action"])(
    "is what is still to be packed of an order that is %s",
    (status) => {
      expect(linesOf(status)).toEqual([
        { id: "half", title: "B", outstanding: 1 },
      ])
    }
  )

  it.each(["completed", "canceled", "archived"])(
    "is nothing of an order that is %s",
    (status) => {
      expect(linesOf(status)).toEqual([])
    }
  )
})
