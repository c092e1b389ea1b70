import type { FollowUpExtension } from "../../../../desk/handlers"
import { PLAIN_PLAYBOOK } from "../../../../desk/playbook"
import { readOptions } from "../options"

const paid = {
  outcome: "paid",
  label: { en: "Paid" },
  group: "reached",
} as const
const notPaid = {
  outcome: "not_paid",
  label: { en: "Not paid" },
  group: "not_reached",
} as const
const type = {
  type: "verify_payment",
  label: { en: "Verify the payment" },
  outcomes: [paid, notPaid],
}
const verifyPayment: FollowUpExtension = {
  declaration: { kind: "verify_payment", task_types: [type] },
}

const isGift = {
  condition: "is_gift",
  label: { en: "Is a gift" },
  kind: "boolean",
} as const
const always = () => [true]
const gifts: FollowUpExtension = {
  declaration: { kind: "gifts", conditions: [isGift] },
  handlers: { conditions: { is_gift: always } },
}

describe("a task type of the shop's own", () => {
  it("comes with a playbook that only its own code opens", () => {
    const { types, playbooks } = readOptions({ extensions: [verifyPayment] })
    expect(types.get("verify_payment")).toMatchObject({
      ...type,
      kind: "verify_payment",
      when_order_canceled: "cancel",
      when_order_over: "keep",
      when_key_returns: "ignore",
    })
    expect(playbooks.get("verify_payment")).toEqual({
      enabled: true,
      definition: PLAIN_PLAYBOOK,
    })
    expect([...types.keys()]).toEqual([
      "confirm_order",
      "complete_contact",
      "resolve_shortage",
      "refund_due",
      "payment_due",
      "arrange_delivery",
      "delivery_late",
      "verify_payment",
    ])
  })

  it("comes with what its playbook says, which may name what extensions before it declare", () => {
    const { playbooks } = readOptions({
      extensions: [
        gifts,
        {
          declaration: {
            kind: "verify_payment",
            task_types: [
              {
                ...type,
                playbook: {
                  triggers: ["payment_failed"],
                  conditions: {
                    all: [{ field: "is_gift", operator: "is", value: true }],
                    any: [],
                  },
                  response_target_minutes: 10,
                  scripts: { en: "{{ payment.reference }}" },
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
            triggers: [
              { trigger: "payment_failed", label: { en: "a payment fails" } },
            ],
            script_variables: [
              { name: "payment.reference", example: "PAY-1042" },
            ],
            escalation_actions: [{ action: "call_the_owner" }],
          },
          handlers: {
            script_variables: () => ({}),
            escalation_actions: { call_the_owner: async () => {} },
          },
        },
      ],
    })
    expect(playbooks.get("verify_payment")?.definition).toMatchObject({
      triggers: ["payment_failed"],
      response_target_minutes: 10,
      response_limit_minutes: PLAIN_PLAYBOOK.response_limit_minutes,
    })
  })

  it("may have its targets in the options, and be switched off there", () => {
    const { playbooks } = readOptions({
      extensions: [verifyPayment],
      targets: { verify_payment: { response_target_minutes: 5 } },
      disabled_types: ["verify_payment"],
    })
    expect(playbooks.get("verify_payment")).toMatchObject({
      enabled: false,
      definition: { response_target_minutes: 5 },
    })
  })
})

it("what runs for it is kept as it was given", () => {
  const { extensions } = readOptions({ extensions: [gifts] })
  expect(extensions[0]?.handlers?.conditions?.is_gift).toBe(always)
})

describe("what is wrong with an extension is named:", () => {
  const declaring = (declaration: object, handlers?: object) => ({
    extensions: [
      { declaration: { kind: "an_extension", ...declaration }, handlers },
    ],
  })
  const withType = (facts: object) =>
    declaring({ task_types: [{ ...type, ...facts }] })
  const AT = "extensions.0.declaration"

  it.each<[unknown, string]>([
    [
      { extensions: { verify_payment: {} } },
      'extensions was {"verify_payment":{}}; it must be a list of objects with declaration and handlers',
    ],
    [
      declaring({ task_types: {} }),
      `${AT}.task_types was {}; it must be a list`,
    ],
    [
      withType({ type: "Verify payment" }),
      `${AT}.task_types.0.type was "Verify payment"; it must be a name in small letters such as verify_payment`,
    ],
    [
      withType({ type: "confirm_order" }),
      `${AT}.task_types.0.type was "confirm_order"; it must be another one than confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late`,
    ],
    [
      declaring({ task_types: [type, type] }),
      `${AT}.task_types.1.type was "verify_payment"; it must be another one than confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late, verify_payment`,
    ],
    [
      { extensions: [verifyPayment, verifyPayment] },
      'extensions.1.declaration.kind was "verify_payment"; it must be another one than every_kind, confirm_order, complete_contact, shortage, refund_due, payment_due, delivery_window, verify_payment',
    ],
    [
      withType({ label: {} }),
      `${AT}.task_types.0.label was {}; it must be a text by language such as { en: "Verify the payment" }`,
    ],
    [
      withType({ outcomes: [] }),
      `${AT}.task_types.0.outcomes was []; it must have one outcome at least`,
    ],
    [
      withType({ outcomes: [paid, paid] }),
      `${AT}.task_types.0.outcomes was ["paid","paid"]; it must name each outcome once, and not auto_confirmed`,
    ],
    [
      withType({ outcomes: [{ ...paid, group: "called" }] }),
      `${AT}.task_types.0.outcomes.0.group was "called"; it must be one of reached, not_reached`,
    ],
    [
      withType({ color: "red" }),
      `${AT}.task_types.0.color was "red"; it is not an option; those of ${AT}.task_types.0 are type, label, scripts`,
    ],
    [
      withType({ playbook: { response_target_minutes: 0 } }),
      `${AT}.task_types.0.playbook.response_target_minutes was 0; it must be`,
    ],
    [
      withType({ playbook: { triggers: ["payment_failed"] } }),
      `${AT}.task_types.0.playbook.triggers[0] was "payment_failed"; it must be one of order_placed, customer_created, manual`,
    ],
    [
      declaring({ conditions: [isGift] }),
      "extensions.0.handlers.conditions.is_gift was undefined; it must be a function: it is declared",
    ],
    [
      declaring({}, { conditions: { is_gift: always } }),
      'extensions.0.handlers.conditions.is_gift was "a function"; it must be among those that are declared: none',
    ],
    [
      declaring({ conditions: [{ ...isGift, condition: "is gift" }] }),
      `${AT}.conditions.0.condition was "is gift"; it must be a name in small letters such as verify_payment`,
    ],
    [
      declaring({ conditions: [{ ...isGift, condition: "region" }] }),
      `${AT}.conditions.0.condition was "region"; it must be another one than`,
    ],
    [
      declaring({ conditions: [{ ...isGift, kind: "text" }] }),
      `${AT}.conditions.0.kind was "text"; it must be an object whose kind is one of boolean, number, amount, choice`,
    ],
    [
      declaring({ script_variables: [{ name: "order.link", example: "x" }] }),
      `${AT}.script_variables.0.name was "order.link"; it must not begin with shop, agent, customer, order, promised_time, opens_at`,
    ],
    [
      declaring({ script_variables: [{ name: "payment.link", example: "x" }] }),
      "extensions.0.handlers.script_variables was undefined; it must be a function: script variables are declared",
    ],
    [
      declaring(
        { escalation_actions: [{ action: "call" }] },
        { escalation_actions: { call: "now" } }
      ),
      'extensions.0.handlers.escalation_actions.call was "now"; it must be a function',
    ],
  ])("%j", (options, message) => {
    expect(() => readOptions(options)).toThrow(
      `medusa-plugin-follow-ups options: ${message}`
    )
  })
})
