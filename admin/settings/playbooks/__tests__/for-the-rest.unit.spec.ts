import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../../src/api/admin/follow-ups/playbooks/types"
import { isLastForTheRest } from "../for-the-rest"
import { aPlaybook, definition } from "./a-playbook"

type Conditions = PlaybookDefinition["conditions"]

const withPhone: Conditions = {
  all: [{ field: "has_phone", operator: "is", value: true }],
  any: [],
}
const large: Conditions = {
  all: [{ field: "order_total", operator: "at_least", value: 2000 }],
  any: [],
}
const types = [
  {
    type: "confirm_order",
    label: { en: "Confirm order" },
    outcomes: [],
    scripts: {},
    has_safe_orders: true,
    starting_playbook: definition,
    own_playbook: { enabled: true, conditions: withPhone },
  },
]

function under(
  conditions: Conditions,
  change: Partial<AdminFollowUpPlaybook> = {}
): AdminFollowUpPlaybook {
  return aPlaybook({ definition: { ...definition, conditions }, ...change })
}

const isLast = (
  playbook: AdminFollowUpPlaybook,
  ...others: AdminFollowUpPlaybook[]
) => isLastForTheRest(playbook, [playbook, ...others], types)

describe("the playbook that orders are left to that no other matches", () => {
  it.each([
    ["no conditions", definition.conditions],
    ["those of the plugin's own", withPhone],
  ])("has %s", (_, conditions) => {
    expect(isLast(under(conditions))).toBe(true)
    expect(isLast(under(conditions), under(large, { id: "large" }))).toBe(true)
  })

  it("is not one with conditions, without orders, or that is off already", () => {
    expect(isLast(under(large))).toBe(false)
    expect(isLast(under(withPhone, { enabled: false }))).toBe(false)
    expect(
      isLast(aPlaybook({ definition: { ...definition, triggers: ["manual"] } }))
    ).toBe(false)
  })

  it("is not the last while another of its type does the same", () => {
    const other = under(definition.conditions, { id: "other" })
    expect(isLast(under(withPhone), other)).toBe(false)
    expect(isLast(under(withPhone), { ...other, enabled: false })).toBe(true)
    expect(isLast(under(withPhone), { ...other, type: "call" })).toBe(true)
  })
})
