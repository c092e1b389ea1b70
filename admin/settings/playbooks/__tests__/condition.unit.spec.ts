import { newCondition, withOperator } from "../condition"
import { aField } from "./a-playbook"

const region = aField({
  field: "region",
  kind: "entity",
  entity: "region",
  operators: ["is_any_of", "is_none_of"],
})
const state = aField({
  field: "payment_state",
  kind: "choice",
  operators: ["is", "is_any_of", "is_none_of"],
  choices: ["captured", "not_paid"],
})
const total = aField({
  field: "order_total",
  kind: "amount",
  operators: ["at_least", "below"],
})

describe("a new condition", () => {
  it("is as empty as its field allows", () => {
    expect(newCondition(aField({}), "uah")).toEqual({
      field: "has_phone",
      operator: "is",
      value: true,
    })
    expect(newCondition(region, "uah")).toEqual({
      field: "region",
      operator: "is_any_of",
      value: [],
    })
    expect(newCondition(total, "uah")).toEqual({
      field: "order_total",
      operator: "at_least",
      value: 0,
      currency_code: "uah",
    })
  })

  it("asks for several of many choices rather than for one", () => {
    expect(newCondition(state, "uah")).toMatchObject({
      operator: "is_any_of",
      value: [],
    })
  })
})

describe("another operator", () => {
  it("keeps the value where it fits", () => {
    expect(withOperator(newCondition(total, "uah"), total, "below")).toEqual({
      field: "order_total",
      operator: "below",
      value: 0,
      currency_code: "uah",
    })
  })

  it("makes a list of one choice, and one choice of a list", () => {
    const one = {
      field: "payment_state",
      operator: "is",
      value: "captured",
    } as const
    const several = withOperator(one, state, "is_none_of")
    expect(several.value).toEqual(["captured"])
    expect(withOperator(several, state, "is").value).toBe("captured")
    expect(
      withOperator({ ...one, value: "" }, state, "is_any_of").value
    ).toEqual([])
  })
})
