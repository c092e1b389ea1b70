import type { Planning } from "../plan"
import type {
  Playbook,
  PlaybookDefinition,
} from "../../rules/playbooks/playbook"
import {
  aCustomer,
  anOrder,
  anOrderWithoutNumber,
  aPlaybook,
  CustomerDesk,
  DEFAULT_BOOK,
  Shop,
} from "./plan-fixture"
import { justBefore, monday, tuesday } from "../../task/__tests__/task-fixture"

function shopWith(
  playbooks: Playbook[],
  planning: Partial<Planning> = {}
): Shop {
  return new Shop("ua", { ...planning, book: { playbooks } })
}

const from = (total: number): PlaybookDefinition["conditions"] => ({
  all: [
    {
      field: "order_total",
      operator: "at_least",
      value: total,
      currency_code: "uah",
    },
  ],
  any: [],
})

const verify = (facts: Partial<Playbook> = {}) =>
  aPlaybook(
    "verify_payment",
    { triggers: ["order_placed"], conditions: from(2000) },
    facts
  )

describe("a playbook that an order triggers", () => {
  it("opens a task of its type where its conditions are met", () => {
    const shop = shopWith([...DEFAULT_BOOK.playbooks, verify()])
    expect(shop.follow(anOrder({ total: 2000 }))).toEqual([
      "opened confirm_order",
      "opened verify_payment",
    ])
    expect(shop.tasks.ofType("verify_payment").task).toMatchObject({
      dedupe_key: "verify_payment:order_1",
      opened_at: monday("09:00"),
      phone_e164: "+380671234567",
    })
    expect(shop.follow(anOrder({ total: 2000 }))).toEqual([])
  })

  it("opens none where they are not", () => {
    expect(shopWith([verify()]).follow(anOrder({ total: 1999 }))).toEqual([])
  })

  it("opens none where it is switched off, or has another trigger", () => {
    expect(shopWith([verify({ enabled: false })]).follow(anOrder())).toEqual([])
    const manual = aPlaybook("verify_payment")
    expect(shopWith([manual]).follow(anOrder())).toEqual([])
  })

  it("is the first of its type that fits, in their order", () => {
    const large = aPlaybook(
      "confirm_order",
      { conditions: from(2000) },
      { id: "large", position: 1 }
    )
    const huge = aPlaybook(
      "confirm_order",
      { conditions: from(5000) },
      { id: "huge", position: 0 }
    )
    const any = aPlaybook("confirm_order", {}, { id: "any", position: 2 })
    const chosen = (total: number) =>
      shopWith([large, any, huge]).plan(anOrder({ total })).open[0]?.playbook_id
    expect(chosen(5000)).toBe("huge")
    expect(chosen(4999)).toBe("large")
    expect(chosen(1999)).toBe("any")
  })

  it("says where the order was placed, in which language, and what sends it", () => {
    expect(new Shop().plan(anOrder()).open[0]).toMatchObject({
      playbook_id: "confirm_order",
      sales_channel_id: "sc_web",
      region_id: "reg_ua",
      stock_location_id: "sloc_kyiv",
      locale: "uk-UA",
    })
  })
})

describe("a shop that calls orders without a number, too", () => {
  it("does not ask for the number beside the call", () => {
    const confirm = aPlaybook("confirm_order", {
      conditions: { all: [], any: [] },
    })
    const shop = shopWith([aPlaybook("complete_contact"), confirm])
    expect(shop.follow(anOrderWithoutNumber())).toEqual([
      "opened confirm_order",
    ])
    expect(shop.follow(anOrderWithoutNumber())).toEqual([])
  })
})

describe("an order that was looked at before and opened nothing", () => {
  const looked_at_before = monday("12:00")
  const shop = () => shopWith([verify()], { looked_at_before })

  it("opens what it meets now as of now, within a day", () => {
    const late = shop()
    expect(late.follow(anOrder(), tuesday("09:00"))).toEqual([
      "opened verify_payment",
    ])
    expect(late.tasks.all[0]?.opened_at).toEqual(tuesday("09:00"))
  })

  it("opens nothing later than that", () => {
    expect(shop().follow(anOrder(), tuesday("09:01"))).toEqual([])
  })

  it("counts from its own time where nobody had looked at it", () => {
    const unseen = shopWith([verify()], { looked_at_before: monday("09:00") })
    unseen.follow(anOrder(), tuesday("18:00"))
    expect(unseen.tasks.all[0]?.opened_at).toEqual(monday("09:00"))
  })

  it("is still called once a number arrives that it was asked for", () => {
    const asked = new Shop("ua")
    asked.follow(anOrderWithoutNumber())
    const later = new Shop("ua", { looked_at_before })
    later.tasks.adopt(asked.tasks)
    const nextWeek = new Date(monday("09:00").getTime() + 7 * 86_400_000)
    expect(later.follow(anOrder(), nextWeek)).toContain("opened confirm_order")
    expect(later.tasks.ofType("confirm_order").task.opened_at).toEqual(nextWeek)
  })
})

describe("a playbook that a new customer triggers", () => {
  const welcome = aPlaybook("welcome", { triggers: ["customer_created"] })

  it("opens a task of its type, once", () => {
    const desk = new CustomerDesk("ua", { book: { playbooks: [welcome] } })
    const known = aCustomer({ phone: "+380671234567" })
    expect(desk.follow(known)).toEqual(["opened welcome"])
    expect(desk.tasks.all[0]).toMatchObject({
      dedupe_key: "welcome:cus_1",
      phone_e164: "+380671234567",
    })
    expect(desk.follow(known)).toEqual([])
  })

  it("opens none for a customer who was looked at a day ago", () => {
    const looked_at_before = monday("12:00")
    const follow = (now: Date) =>
      new CustomerDesk("ua", {
        book: { playbooks: [welcome] },
        looked_at_before,
      }).follow(aCustomer(), { now })
    expect(follow(tuesday("09:00"))).toEqual(["opened welcome"])
    expect(follow(tuesday("09:01"))).toEqual([])
    expect(follow(justBefore(monday("12:00")))).toEqual(["opened welcome"])
  })
})
