import type { FollowUpOptions } from "../options"
import { readOptions } from "../options"
import { PLAIN_PLAYBOOK } from "../../rules/playbooks/default-playbooks"

const verifyPayment = {
  type: "verify_payment",
  label: { en: "Verify the payment" },
  outcomes: ["paid", "not_paid"],
}

const isGift = { label: { en: "Is a gift" }, evaluate: () => true }

describe("a task type of the shop's own", () => {
  it("comes with a playbook that only its own code opens", () => {
    const { types, playbooks } = readOptions({ types: [verifyPayment] })
    expect(types.get("verify_payment")).toEqual({
      ...verifyPayment,
      reached_outcomes: [],
    })
    expect(playbooks.get("verify_payment")).toEqual({
      enabled: true,
      definition: PLAIN_PLAYBOOK,
    })
    expect([...types.keys()]).toEqual([
      "confirm_order",
      "complete_contact",
      "verify_payment",
    ])
  })

  it("comes with what its playbook says, which may name the shop's own code", () => {
    const options: FollowUpOptions = {
      types: [
        {
          ...verifyPayment,
          reached_outcomes: ["paid"],
          playbook: {
            triggers: ["order_placed"],
            conditions: {
              all: [{ field: "is_gift", operator: "is", value: true }],
              any: [],
            },
            response_target_minutes: 10,
            escalation: [
              {
                id: "late",
                relative_to: "response_limit",
                offset_minutes: 0,
                action: { kind: "custom", name: "call_the_owner" },
              },
            ],
          },
        },
      ],
      conditions: { is_gift: isGift },
      escalation_actions: { call_the_owner: { run: async () => {} } },
    }
    const { playbooks, types } = readOptions(options)
    expect(types.get("verify_payment")?.reached_outcomes).toEqual(["paid"])
    expect(playbooks.get("verify_payment")?.definition).toMatchObject({
      triggers: ["order_placed"],
      response_target_minutes: 10,
      response_limit_minutes: PLAIN_PLAYBOOK.response_limit_minutes,
    })
  })
})

describe("what a shop's own code registers", () => {
  it("is kept as it was given", () => {
    const run = async () => {}
    const { conditions, escalation_actions } = readOptions({
      conditions: { is_gift: isGift },
      escalation_actions: { call_the_owner: { run } },
    })
    expect(conditions.is_gift?.evaluate).toBe(isGift.evaluate)
    expect(escalation_actions.call_the_owner?.run).toBe(run)
  })
})

describe("what is wrong with it is named:", () => {
  const withType = (facts: object) => ({
    types: [{ ...verifyPayment, ...facts }],
  })

  it.each<[unknown, string]>([
    [
      { types: { verify_payment: {} } },
      'types was {"verify_payment":{}}; it must be a list of objects with type, label and outcomes',
    ],
    [
      withType({ type: "Verify payment" }),
      'types.0.type was "Verify payment"; it must be a name in small letters such as verify_payment',
    ],
    [
      withType({ type: "confirm_order" }),
      'types.0.type was "confirm_order"; it must be another one than confirm_order, complete_contact',
    ],
    [
      { types: [verifyPayment, verifyPayment] },
      'types.1.type was "verify_payment"; it must be another one than confirm_order, complete_contact, verify_payment',
    ],
    [
      withType({ label: {} }),
      'types.0.label was {}; it must be a text by language such as { en: "Verify the payment" }',
    ],
    [
      withType({ outcomes: [] }),
      'types.0.outcomes was []; it must be a list such as ["paid", "not_paid"]',
    ],
    [
      withType({ outcomes: ["paid", "paid"] }),
      'types.0.outcomes was ["paid","paid"]; it must name each outcome once, and not auto_confirmed',
    ],
    [
      withType({ reached_outcomes: ["called"] }),
      'types.0.reached_outcomes was ["called"]; it must be among its outcomes, paid, not_paid',
    ],
    [
      withType({ color: "red" }),
      'types.0.color was "red"; it is not an option; those of types.0 are type, label, outcomes, reached_outcomes, playbook',
    ],
    [
      withType({ playbook: { response_target_minutes: 0 } }),
      "types.0.playbook.response_target_minutes was 0; it must be",
    ],
    [
      withType({
        playbook: {
          conditions: {
            all: [{ field: "is_gift", operator: "is", value: true }],
            any: [],
          },
        },
      }),
      'types.0.playbook.conditions.all[0].field was "is_gift"; it must be one of',
    ],
    [
      { conditions: { is_gift: { label: { en: "Is a gift" } } } },
      "conditions.is_gift.evaluate was undefined; it must be a function that says whether it is met",
    ],
    [
      { conditions: { "is gift": isGift } },
      'conditions.is gift was "is gift"; it must be a name in small letters such as verify_payment',
    ],
    [
      { conditions: { region: isGift } },
      'conditions was "region"; it must have names that the plugin\'s own conditions do not have',
    ],
    [
      { escalation_actions: { call: { run: "now" } } },
      'escalation_actions.call.run was "now"; it must be a function that does it',
    ],
  ])("%j", (options, message) => {
    expect(() => readOptions(options)).toThrow(
      `medusa-plugin-follow-ups options: ${message}`
    )
  })
})
