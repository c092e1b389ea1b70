import { customerComment } from "../customer-comment"
import { recipientOf } from "../recipient"

const OLENA = {
  first_name: "Olena",
  last_name: "Kovalenko",
  phone: "067 123 45 67",
}
const PETRO = {
  first_name: "Petro",
  last_name: "Bondar",
  phone: "+380 50 765 43 21",
}

describe("the recipient of an order", () => {
  it("is told if the customer or the payer is somebody else", () => {
    const petro = {
      name: "Petro Bondar",
      phone: "+380 50 765 43 21",
      ordered_by: { name: "Olena Kovalenko", phone: "067 123 45 67" },
    }
    expect(recipientOf({ shipping_address: PETRO, customer: OLENA })).toEqual(
      petro
    )
    expect(
      recipientOf({ shipping_address: PETRO, billing_address: OLENA })
    ).toEqual(petro)
    // "Same as shipping" was ticked for the bill.
    expect(
      recipientOf({
        shipping_address: PETRO,
        billing_address: PETRO,
        customer: OLENA,
      })
    ).toEqual(petro)
  })

  it("is not told for the same person, written in another way", () => {
    for (const other of [
      OLENA,
      { ...OLENA, phone: "+380671234567", first_name: "Олена" },
      { first_name: "olena", last_name: null, phone: null },
      { first_name: "Kovalenko", last_name: "Olena", phone: "050 111 22 33" },
      { first_name: " ", last_name: null, phone: null },
      null,
    ]) {
      expect(
        recipientOf({ shipping_address: OLENA, customer: other })
      ).toBeNull()
    }
  })

  it("is told by the number where a name is missing", () => {
    expect(
      recipientOf({
        shipping_address: { phone: PETRO.phone },
        customer: OLENA,
      })
    ).toMatchObject({ name: null, phone: PETRO.phone })
  })
})

describe("the customer's comment", () => {
  it("is under the key that the shop names, and no other", () => {
    const metadata = { note: "gift", wishes: " please do not call " }
    expect(customerComment(metadata, "wishes")).toBe("please do not call")
    expect(customerComment({ note: "gift" }, "wishes")).toBeNull()
  })

  it("is under the usual keys if the shop names none", () => {
    expect(customerComment({ note: "a", comment: "b" }, null)).toBe("a")
    expect(customerComment({ note: " ", comment: "b" }, null)).toBe("b")
    expect(customerComment({ note: 5 }, null)).toBeNull()
    expect(customerComment(null, null)).toBeNull()
  })

  it("is cut to what a person reads before a call", () => {
    expect(customerComment({ note: "a".repeat(9_000) }, null)).toHaveLength(
      2_000
    )
  })
})
