import type { OrderFacts } from "../../../../shop/orders"
import { personFacts } from "../../../../shop/people"
import { anAddress, anOrder, Shop } from "./plan-fixture"

/** Whom the task that is opened for an order says to call. */
function contactOf(
  facts: Partial<OrderFacts>,
  default_country: string | null = null
) {
  const [request] = new Shop(default_country).plan(anOrder(facts)).open
  return {
    type: request?.type,
    name: request?.customer_name,
    phone: request?.phone,
    phone_e164: request?.phone_e164,
    country_code: request?.country_code,
  }
}

const customer = {
  id: "cus_1",
  ...personFacts({
    first_name: "Іван",
    last_name: "Коваленко",
    phone: "063 333 33 33",
  }),
}
const shipping_address = anAddress({ phone: "067 111 11 11" })
const billing_address = anAddress({
  first_name: "Петро",
  phone: "050 222 22 22",
})

describe("the number to call", () => {
  it("is that of the shipping address", () => {
    expect(
      contactOf({ shipping_address, billing_address, customer }).phone_e164
    ).toBe("+380671111111")
  })

  it("is else that of the billing address", () => {
    expect(
      contactOf({
        shipping_address: anAddress({ phone: null }),
        billing_address,
        customer,
      }).phone_e164
    ).toBe("+380502222222")
  })

  it("is else the customer's own", () => {
    expect(
      contactOf({
        shipping_address: anAddress({ phone: "" }),
        billing_address: null,
        customer,
      }).phone_e164
    ).toBe("+380633333333")
  })

  it("is the first that can be called: what is not a number is passed over", () => {
    expect(
      contactOf({
        shipping_address: anAddress({ phone: "no phone please" }),
        billing_address,
      }).phone
    ).toBe("050 222 22 22")
  })

  it("keeps what was typed, without the spaces around it", () => {
    expect(
      contactOf({ shipping_address: anAddress({ phone: " (067) 111-11-11 " }) })
        .phone
    ).toBe("(067) 111-11-11")
  })

  it("is kept as typed even where it is none, for a person to look at", () => {
    expect(
      contactOf({ shipping_address: anAddress({ phone: "67 12" }) })
    ).toMatchObject({
      type: "complete_contact",
      phone: "67 12",
      phone_e164: null,
    })
  })
})

describe("the country that a number is read with", () => {
  const typed = anAddress({ phone: "0888 123 456", country_code: "bg" })

  it("is that of the shipping address", () => {
    expect(contactOf({ shipping_address: typed }, "ua")).toMatchObject({
      phone_e164: "+359888123456",
      country_code: "bg",
    })
  })

  it("is else that of the billing address", () => {
    expect(
      contactOf(
        {
          shipping_address: anAddress({
            phone: "0888 123 456",
            country_code: null,
          }),
          billing_address: anAddress({ phone: null, country_code: "bg" }),
        },
        "ua"
      )
    ).toMatchObject({ phone_e164: "+359888123456", country_code: "bg" })
  })

  it("is that of the address that the number stands in", () => {
    const contact = contactOf({
      shipping_address: anAddress({ phone: null, country_code: "bg" }),
      billing_address: anAddress({
        first_name: "Петро",
        phone: "098 123 45 67",
        country_code: "ua",
      }),
    })
    expect(contact).toMatchObject({
      name: "Петро Коваленко",
      phone: "098 123 45 67",
      phone_e164: "+380981234567",
      country_code: "ua",
    })
  })

  it("is for a number in the customer record that of the bill", () => {
    expect(
      contactOf({
        shipping_address: anAddress({ phone: null, country_code: "bg" }),
        billing_address: anAddress({ phone: null, country_code: "ua" }),
        customer,
      })
    ).toMatchObject({ phone_e164: "+380633333333", country_code: "ua" })
  })

  it("is for a number in the customer record the one in which it is one", () => {
    const shipping_address = anAddress({ phone: null, country_code: "bg" })
    expect(contactOf({ shipping_address, customer }, "ua")).toMatchObject({
      phone_e164: "+380633333333",
      country_code: "ua",
    })
  })

  it("does not matter to one with a prefix", () => {
    const billing_address = anAddress({
      phone: "00380 98 123 45 67",
      country_code: "bg",
    })
    const shipping_address = anAddress({ phone: null, country_code: "pl" })
    expect(contactOf({ shipping_address, billing_address }).phone_e164).toBe(
      "+380981234567"
    )
  })

  it("is never that of another address", () => {
    expect(
      contactOf({
        shipping_address: anAddress({
          phone: "098 123 45 67 89",
          country_code: "bg",
        }),
        billing_address: anAddress({ phone: null, country_code: "ua" }),
      }).phone_e164
    ).toBeNull()
  })

  it("is else the shop's, which is not said to be the customer's", () => {
    expect(
      contactOf(
        {
          shipping_address: anAddress({
            phone: "067 111 11 11",
            country_code: null,
          }),
        },
        "ua"
      )
    ).toMatchObject({ phone_e164: "+380671111111", country_code: null })
  })

  it("may be unknown: then a person may try what was typed", () => {
    expect(
      contactOf({
        shipping_address: anAddress({
          phone: "067 111 11 11",
          country_code: null,
        }),
      })
    ).toMatchObject({
      type: "confirm_order",
      phone: "067 111 11 11",
      phone_e164: null,
    })
  })
})

describe("the name to greet with", () => {
  it("is that of the person at the shipping address", () => {
    expect(
      contactOf({ shipping_address, billing_address, customer }).name
    ).toBe("Олена Коваленко")
  })

  it.each<[string, Partial<OrderFacts>, string | null]>([
    [
      "that of the address whose number is called",
      { shipping_address: anAddress({ phone: null }), billing_address },
      "Петро Коваленко",
    ],
    [
      "that of the customer whose own number is called",
      { shipping_address: anAddress({ phone: "none" }), customer },
      "Іван Коваленко",
    ],
    [
      "that of the first address where no number is there",
      {
        shipping_address: anAddress({ phone: null }),
        billing_address: anAddress({ first_name: "Петро", phone: "none" }),
      },
      "Олена Коваленко",
    ],
    [
      "else of the billing address",
      {
        shipping_address: anAddress({ first_name: " ", last_name: null }),
        billing_address,
      },
      "Петро Коваленко",
    ],
    [
      "else of the customer",
      { shipping_address: null, billing_address: null, customer },
      "Іван Коваленко",
    ],
    [
      "the part of it that is known",
      {
        shipping_address: anAddress({ first_name: null, last_name: "К. " }),
      },
      "К.",
    ],
    [
      "none where nobody gave one",
      { shipping_address: null, customer: null },
      null,
    ],
  ])("is %s", (_, facts, name) => {
    expect(contactOf(facts).name).toBe(name)
  })
})
