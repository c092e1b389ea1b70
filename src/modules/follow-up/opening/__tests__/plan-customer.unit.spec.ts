import type { CustomerFacts } from "../../../../shop/customers"
import {
  aCustomer,
  anAddress,
  aPlaybook,
  CustomerDesk,
  FIRST_START,
} from "./plan-fixture"
import { justBefore, monday, tuesday } from "../../task/__tests__/task-fixture"
import { completion } from "../../task/__tests__/task-in-memory"

describe("a customer who registered without a number", () => {
  it("is asked for it, counted from when they registered", () => {
    const shop = new CustomerDesk()
    expect(shop.follow(aCustomer(), { now: monday("11:00") })).toEqual([
      "opened complete_contact",
    ])
    expect(shop.tasks.all[0]).toMatchObject({
      dedupe_key: "complete_contact:cus_1",
      opened_at: monday("09:00"),
      customer_id: "cus_1",
      customer_name: "Олена Коваленко",
      email: "olena@mail.example",
      order_id: null,
      order_display_id: null,
      phone: null,
    })
  })

  it("is asked once, whatever came of it", () => {
    const shop = new CustomerDesk()
    shop.follow(aCustomer())
    expect(shop.follow(aCustomer())).toEqual([])
    shop.tasks
      .ofType("complete_contact")
      .run(completion("no_number"), monday("10:00"))
    expect(shop.follow(aCustomer(), { announced: true })).toEqual([])
  })

  it("is not asked if they registered before the plugin's first start", () => {
    const earlier = aCustomer({ created_at: justBefore(FIRST_START) })
    expect(new CustomerDesk().follow(earlier, { announced: true })).toEqual([])
    expect(
      new CustomerDesk().follow(aCustomer({ created_at: FIRST_START }))
    ).toEqual(["opened complete_contact"])
  })

  it("is asked if what they gave is not a number, which is kept to look at", () => {
    const shop = new CustomerDesk()
    shop.follow(aCustomer({ phone: "none" }))
    expect(shop.tasks.all[0]?.phone).toBe("none")
  })
})

describe("a guest", () => {
  const guest = aCustomer({ is_guest: true })

  it("whom no event announced has an order, whose task asks", () => {
    expect(new CustomerDesk().follow(guest)).toEqual([])
  })

  it("whom an event announced was made by the shop, and is asked", () => {
    expect(new CustomerDesk().follow(guest, { announced: true })).toEqual([
      "opened complete_contact",
    ])
  })
})

describe("a customer with a number", () => {
  it.each<[string, Partial<CustomerFacts>]>([
    ["in the record", { phone: "+380671234567" }],
    ["in an address", { addresses: [anAddress()] }],
  ])("%s is not asked", (_, facts) => {
    expect(
      new CustomerDesk().follow(aCustomer(facts), { announced: true })
    ).toEqual([])
  })

  it("that arrived completes the task that asked for it", () => {
    const shop = new CustomerDesk()
    shop.follow(aCustomer())
    const now = monday("09:30")
    const known = aCustomer({ phone: "+380 67 123 45 67" })
    expect(shop.follow(known, { now })).toEqual([
      "contact_changed",
      "completed",
    ])
    expect(shop.tasks.all[0]).toMatchObject({
      status: "completed",
      outcome: "number_received",
      completed_at: now,
      phone: "+380 67 123 45 67",
      phone_e164: "+380671234567",
    })
    expect(shop.follow(known, { now: tuesday("09:00") })).toEqual([])
  })

  it("that arrived with an address is read as one of that country", () => {
    const shop = new CustomerDesk("ua")
    shop.follow(aCustomer())
    const addresses = [anAddress({ phone: "088 812 3456", country_code: "bg" })]
    expect(shop.follow(aCustomer({ addresses }))).toEqual([
      "contact_changed",
      "completed",
    ])
    expect(shop.tasks.all[0]).toMatchObject({
      phone_e164: "+359888123456",
      country_code: "bg",
    })
  })
})

describe("the number of a customer", () => {
  const called = (facts: Partial<CustomerFacts>) => {
    const shop = new CustomerDesk("ua", {
      book: {
        playbooks: [
          aPlaybook("confirm_order", { triggers: ["customer_created"] }),
        ],
      },
    })
    shop.follow(aCustomer(facts))
    return shop
  }
  const bulgarian = anAddress({
    first_name: "Петър",
    phone: "0888 123 456",
    country_code: "bg",
  })
  const ukrainian = anAddress({ phone: null, country_code: "ua" })

  it("is read with the country of its own address, and so is the name", () => {
    const shop = called({ addresses: [ukrainian, bulgarian] })
    expect(shop.tasks.all[0]).toMatchObject({
      customer_name: "Петър Коваленко",
      phone_e164: "+359888123456",
      country_code: "bg",
    })
  })

  it("is in the record one of any of the addresses' countries", () => {
    const shop = called({
      phone: "0888 123 456",
      addresses: [{ ...bulgarian, phone: null }, ukrainian],
    })
    expect(shop.tasks.all[0]).toMatchObject({
      customer_name: "Олена Коваленко",
      phone_e164: "+359888123456",
    })
  })

  it("that was removed does not stay on the task", () => {
    const shop = called({ phone: "067 123 45 67" })
    shop.follow(aCustomer())
    expect(shop.tasks.all[0]).toMatchObject({ phone: null, phone_e164: null })
  })

  it("that was changed is changed on the task", () => {
    const shop = called({ phone: "067 123 45 67" })
    shop.follow(aCustomer({ phone: "050 111 22 33" }))
    expect(shop.tasks.all[0]?.phone_e164).toBe("+380501112233")
  })
})

describe("a customer record", () => {
  it("that changed is taken over into the open task", () => {
    const shop = new CustomerDesk()
    shop.follow(aCustomer())
    const renamed = aCustomer({ last_name: "Іваненко" })
    expect(shop.follow(renamed)).toEqual(["contact_changed"])
    expect(shop.tasks.all[0]?.customer_name).toBe("Олена Іваненко")
    expect(shop.follow(renamed)).toEqual([])
  })

  it("that is gone cancels the task", () => {
    const shop = new CustomerDesk()
    shop.follow(aCustomer())
    const { tasks } = shop
    expect(shop.follow(null, { now: monday("09:30") })).toEqual(["canceled"])
    expect(tasks.all[0]).toMatchObject({
      cancel_reason: "customer_deleted",
      canceled_at: monday("09:30"),
    })
    expect(shop.follow(null)).toEqual([])
  })
})
