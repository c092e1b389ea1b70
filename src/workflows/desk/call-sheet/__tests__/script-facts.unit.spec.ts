import { factsIn, promisedAt, type ScriptSituation } from "../script-facts"

const now = new Date("2026-11-20T17:00:00Z")
const at = (text: string) => new Date(text)

const situation: ScriptSituation = {
  shop: "Чайна",
  agent: "Петро",
  customer: {
    name: "Олена Коваленко",
    first_name: "Олена",
    phone: "067 123 45 67",
    country_code: "ua",
    locale: null,
  },
  order: {
    id: "order_1",
    display_id: 1042,
    created_at: at("2026-11-20T09:00:00Z"),
    status: "pending",
    payment_status: null,
    fulfillment_status: null,
    payment_providers: [],
    currency_code: "uah",
    items: [
      anItem({ title: "Чайник", variant_title: "Червоний", quantity: 1 }),
      anItem({ title: "Фільтр", variant_title: null, quantity: 2 }),
    ],
    item_total: 2_418,
    shipping_total: 80,
    discount_total: 100,
    tax_total: 400,
    total: 2_398,
    shipping_methods: [{ name: "Нова пошта", total: 80 }],
    shipping_address: ["Олена Коваленко", "вул. Садова, 1", "01001 Київ", "UA"],
    shipping_country: "UA",
    recipient: null,
    note: null,
    desk_note: null,
  },
  order_display_id: null,
  promised_at: at("2026-11-21T07:20:00Z"),
  opens_at: null,
  shop_time_zone: "Europe/Sofia",
  now,
}

it("are told in the language and the time of the customer", () => {
  expect(factsIn(situation)("uk")).toEqual({
    shop: "Чайна",
    agent: "Петро",
    customer: {
      name: "Олена Коваленко",
      first_name: "Олена",
      phone: "067 123 45 67",
      local_time: "19:00",
      local_hour: 19,
    },
    order: {
      number: "1042",
      placed_at: "сьогодні, 11:00",
      items: ["Чайник (Червоний)", "Фільтр × 2"],
      delivery: "Нова пошта",
      delivery_total: "80,00\u00a0₴",
      delivery_total_amount: 80,
      discount: "100,00\u00a0₴",
      discount_amount: 100,
      total: "2\u00a0398,00\u00a0₴",
      total_amount: 2_398,
      currency: "UAH",
      address: "вул. Садова, 1, 01001 Київ, Україна",
      note: "",
    },
    promised_time: "завтра, 09:20",
    opens_at: "",
  })
  expect(factsIn(situation)("en")).toMatchObject({
    order: { total: "₴2,398.00" },
    promised_time: "tomorrow, 09:20",
  })
})

it("are told in the shop's time, named, where the customer's is not known", () => {
  const abroad = {
    ...situation,
    customer: { ...situation.customer, country_code: "us" },
  }
  expect(factsIn(abroad)("uk")).toMatchObject({
    customer: { local_time: "" },
    promised_time: "завтра, 09:20 GMT+2",
  })
})

it("have the number of an order that is gone, and nothing else of it", () => {
  const gone = { ...situation, order: null, order_display_id: 1042 }
  expect(factsIn(gone)("uk").order).toMatchObject({
    number: "1042",
    total: "",
    items: [],
  })
})

it("say whom a parcel goes to where that is somebody else", () => {
  const customer = { ...situation.customer, name: "Іван Петренко" }
  expect(factsIn({ ...situation, customer })("uk").order.address).toBe(
    "Олена Коваленко, вул. Садова, 1, 01001 Київ, Україна"
  )
})

it.each([
  ["uk", "Україна"],
  ["ru", "Украина"],
  ["bg", "Украйна"],
  ["en", "Ukraine"],
])(
  "name the country of an address in the script's language, %s",
  (language, name) => {
    expect(factsIn(situation)(language).order.address).toBe(
      `вул. Садова, 1, 01001 Київ, ${name}`
    )
  }
)

it("leave a country that there is not as it is", () => {
  const order = situation.order && {
    ...situation.order,
    shipping_address: ["01001 Київ", "ZZZ"],
    shipping_country: "ZZZ",
  }
  expect(factsIn({ ...situation, order })("uk").order.address).toBe(
    "01001 Київ, ZZZ"
  )
})

it("write no two currencies alike", () => {
  const totalIn = (currency_code: string, language: string) =>
    factsIn({
      ...situation,
      order: situation.order && { ...situation.order, currency_code },
    })(language).order.total
  expect(totalIn("usd", "en")).toBe("$2,398.00")
  expect(totalIn("cad", "en")).toBe("CA$2,398.00")
  expect(totalIn("aud", "uk")).not.toBe(totalIn("usd", "uk"))
})

it("write a currency that nobody knows behind the amount", () => {
  const order = situation.order && {
    ...situation.order,
    currency_code: "points",
  }
  expect(factsIn({ ...situation, order })("en").order.total).toBe(
    "2,398 POINTS"
  )
})

describe("the promised time", () => {
  const task = {
    status: "open",
    due_at: at("2026-11-21T07:20:00Z"),
    responded_at: null,
    response_target_at: at("2026-11-21T07:20:00Z"),
    response_limit_at: at("2026-11-21T08:00:00Z"),
  } as const

  it("is the target, and once that has passed the limit", () => {
    expect(promisedAt(task, now)).toEqual(task.response_target_at)
    expect(promisedAt(task, at("2026-11-21T07:30:00Z"))).toEqual(
      task.response_limit_at
    )
    expect(promisedAt(task, at("2026-11-21T08:30:00Z"))).toBeNull()
  })

  it("is when the customer wants to be called", () => {
    const due_at = at("2026-11-24T13:00:00Z")
    const waiting = { ...task, status: "waiting", due_at } as const

    expect(promisedAt(waiting, now)).toEqual(due_at)
    expect(
      promisedAt(
        { ...task, due_at, responded_at: now },
        at("2026-11-24T13:05:00Z")
      )
    ).toEqual(due_at)
  })

  it("is none once the task is closed", () => {
    const closed = { ...task, status: "completed", due_at: null } as const
    expect(promisedAt(closed, now)).toBeNull()
  })
})

type Item = NonNullable<ScriptSituation["order"]>["items"][number]

function anItem(set: Pick<Item, "title" | "variant_title" | "quantity">): Item {
  return {
    id: set.title,
    sku: null,
    thumbnail: null,
    options: [],
    unit_price: 1,
    total: 1,
    stock: {
      managed: false,
      allow_backorder: false,
      available: null,
      short_by: 0,
    },
    ...set,
  }
}
