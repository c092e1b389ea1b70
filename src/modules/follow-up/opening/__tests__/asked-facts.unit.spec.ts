import { aPlaybook, DEFAULT_BOOK } from "./plan-fixture"
import { deskAsking } from "../../__tests__/plugin-desk"
import { askedFacts, typesWithExtensionConditions } from "../asked-facts"
import type { ConditionFacts, FactKind } from "../../../../shop/condition-facts"
import type { Playbook } from "../../rules/playbooks/playbook"
import type {
  Condition,
  PlaybookDefinition,
  SafeOrderCheck,
} from "../../../../desk/playbook"

const OWN = deskAsking("is_vip")

function about(field: string): Condition {
  return { field, operator: "is", value: true }
}

function asking(
  definition: Partial<PlaybookDefinition>,
  facts: Partial<Playbook> = {},
  type = "confirm_order"
) {
  const playbook = aPlaybook(type, definition, facts)
  return askedFacts("order_placed", { playbooks: [playbook] }, OWN)
}

const askingAbout = (...fields: string[]) =>
  asking({ conditions: { all: fields.map(about), any: [] } })

const checking = (
  ...checks: SafeOrderCheck[]
): Partial<PlaybookDefinition> => ({
  safe_orders: { enabled: true, checks, totals_below: {}, audit_percent: 0 },
})

const kindsAskedBy = (field: string) => [...askingAbout(field).kinds]

describe("what has to be read of an order", () => {
  it("is nothing beyond the order for the playbooks that the plugin brings", () => {
    expect(askedFacts("order_placed", DEFAULT_BOOK, OWN)).toEqual({
      kinds: new Set(),
      checks: null,
      extension_conditions: [],
    })
  })

  it.each<[keyof ConditionFacts, FactKind[]]>([
    ["order_total", []],
    ["currency", []],
    ["sales_channel", []],
    ["region", []],
    ["country", []],
    ["shipping_option", []],
    ["has_phone", []],
    ["payment_provider", ["payments"]],
    ["payment_state", ["payments"]],
    ["category", ["products"]],
    ["collection", ["products"]],
    ["customer_group", ["customer_groups"]],
    ["customer_kind", ["customer_kind"]],
    ["completed_orders", ["completed_orders"]],
  ])("for a condition about %s: %j", (field, kinds) => {
    expect(kindsAskedBy(field)).toEqual(kinds)
  })

  it("is what any of the alternatives asks, too", () => {
    const { kinds } = asking({
      conditions: {
        all: [about("payment_state")],
        any: [about("category"), about("customer_kind")],
      },
    })

    expect(kinds).toEqual(new Set(["payments", "products", "customer_kind"]))
  })

  it("is everything for a condition of the shop's own, and it is named", () => {
    expect(askingAbout("is_vip")).toEqual({
      kinds: new Set([
        "payments",
        "products",
        "customer_groups",
        "customer_kind",
        "completed_orders",
      ]),
      checks: null,
      extension_conditions: ["is_vip"],
    })
  })

  it("is nothing for a condition that nobody registers any more", () => {
    expect(askingAbout("is_gone")).toMatchObject({
      kinds: new Set(),
      extension_conditions: [],
    })
  })

  it("is nothing for a playbook that is off, or opens for something else", () => {
    const conditions = { all: [about("is_vip")], any: [] }
    const nothing = { kinds: new Set(), checks: null, extension_conditions: [] }

    expect(asking({ conditions }, { enabled: false })).toEqual(nothing)
    expect(asking({ conditions, triggers: ["customer_created"] })).toEqual(
      nothing
    )
  })

  it.each<[SafeOrderCheck, FactKind[]]>([
    ["paid", ["payments"]],
    ["returning_without_trouble", ["customer_kind"]],
    ["complete_address", []],
    ["in_stock", ["variants"]],
  ])("for the check %s of a safe order: %j", (check, kinds) => {
    expect(asking(checking(check))).toMatchObject({
      kinds: new Set(kinds),
      checks: new Set([check]),
    })
  })

  it("has no checks where safe orders are switched off, or of another type", () => {
    const { safe_orders } = checking("paid")
    const off = safe_orders ? { ...safe_orders, enabled: false } : null

    expect(asking({ safe_orders: off }).checks).toBeNull()
    expect(
      asking(
        { ...checking("paid"), triggers: ["order_placed"] },
        {},
        "complete_contact"
      ).checks
    ).toBeNull()
  })
})

describe("the types of which a condition of the shop's own decides", () => {
  it("are those of which a playbook that is on names one", () => {
    const conditions = { all: [], any: [about("is_vip")] }
    const types = (...playbooks: Playbook[]) =>
      typesWithExtensionConditions("order_placed", { playbooks }, OWN)

    expect(types(...DEFAULT_BOOK.playbooks)).toEqual([])
    expect(
      types(
        ...DEFAULT_BOOK.playbooks,
        aPlaybook("confirm_order", { conditions }, { id: "vip" })
      )
    ).toEqual(["confirm_order"])
    expect(
      types(aPlaybook("confirm_order", { conditions }, { enabled: false }))
    ).toEqual([])
  })
})
