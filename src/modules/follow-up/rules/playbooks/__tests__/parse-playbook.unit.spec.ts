import { Refusal } from "../../../../../refusals"
import { MedusaError } from "@medusajs/framework/utils"
import { DEFAULT_PLAYBOOKS } from "../../../__tests__/plugin-desk"
import { PLAIN_PLAYBOOK } from "../../../../../desk/playbook"
import { parsePlaybook } from "../parse-playbook"
import { CONFIRM_ORDER, KNOWN } from "./playbook-fixture"

const parse = (set: object, type = "confirm_order") =>
  parsePlaybook(type, { ...CONFIRM_ORDER, ...set }, KNOWN)

function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (!(error instanceof MedusaError)) {
      throw error
    }
    expect(error.type).toBe(MedusaError.Types.INVALID_DATA)
    return error.message
  }
  return "nothing was wrong"
}

const escalation = (set: object, action: object = {}) => ({
  escalation: [
    {
      id: "late",
      relative_to: "response_limit",
      offset_minutes: 0,
      ...set,
      action: { kind: "notify", audience: "everyone", email: false, ...action },
    },
  ],
})
const action = (action: object) => ({
  escalation: [{ ...escalation({}).escalation[0], action }],
})
const all = (condition: object) => ({
  conditions: { all: [condition], any: [] },
})
const retry = (set: object) => ({ retry: { ...CONFIRM_ORDER.retry, ...set } })
const safe = (set: object) => ({
  safe_orders: { ...CONFIRM_ORDER.safe_orders, ...set },
})

it.each(Object.entries(DEFAULT_PLAYBOOKS))(
  "takes the playbook of %s as it comes",
  (type, definition) => {
    expect(parsePlaybook(type, definition, KNOWN)).toEqual(definition)
  }
)

it("takes a playbook that says everything there is to say", () => {
  const everything = {
    triggers: ["order_placed", "manual"],
    conditions: {
      all: [
        {
          field: "order_total",
          operator: "at_least",
          value: 99.5,
          currency_code: "eur",
        },
        { field: "country", operator: "is_any_of", value: ["ua", "bg"] },
        { field: "customer_kind", operator: "is", value: "new" },
      ],
      any: [
        { field: "region", operator: "is_none_of", value: ["reg_1"] },
        { field: "completed_orders", operator: "below", value: 3 },
        { field: "is_vip", operator: "is", value: true },
      ],
    },
    response_target_minutes: 1,
    response_limit_minutes: 1,
    resolution_limit_minutes: 527_040,
    calendar_id: "fucal_night",
    priority: "urgent",
    when_order_off: "cancel",
    scripts: { uk: "Вітаю, {{ customer.name }}!", "pt-BR": "Olá!" },
    retry: {
      ladders: {
        voicemail: { steps: [{ kind: "next_morning" }], max_attempts: null },
      },
      calling_hours: null,
      max_attempts: null,
      fallback: { kind: "hand_over", assignee_id: "user_1" },
    },
    escalation: [
      {
        id: "a",
        relative_to: "response_target",
        offset_minutes: -60,
        action: { kind: "raise_priority", priority: "high" },
      },
      {
        id: "b",
        relative_to: "response_limit",
        offset_minutes: 0,
        action: { kind: "reassign", assignee_id: null },
      },
      {
        id: "c",
        relative_to: "resolution_limit",
        offset_minutes: 10,
        action: { kind: "emit_event", event: "shop.order_late" },
      },
      {
        id: "d",
        relative_to: "response_limit",
        offset_minutes: 5,
        action: { kind: "custom", name: "ring_the_bell" },
      },
      {
        id: "e",
        relative_to: "response_limit",
        offset_minutes: 6,
        action: {
          kind: "notify",
          audience: "user",
          user_id: "user_1",
          email: true,
        },
      },
    ],
    assignment: {
      last_agent: true,
      user_ids: ["user_1", "user_2"],
      most_open_tasks: 10,
    },
    safe_orders: {
      enabled: true,
      checks: ["paid"],
      totals_below: { uah: 2_000 },
      audit_percent: 0,
    },
  }
  expect(parsePlaybook("confirm_order", everything, KNOWN)).toEqual(everything)
})

it("leaves out scripts that say nothing", () => {
  expect(parse({ scripts: { uk: " \n", en: "Hello" } }).scripts).toEqual({
    en: "Hello",
  })
})

describe("says which field is wrong, what it was and what it may be:", () => {
  const MINUTES = "must be a whole number of business minutes from 1 to 527040"
  const cases: [fields: object, says: string][] = [
    [
      { response_target_minutes: 0 },
      `response_target_minutes was 0; it ${MINUTES}`,
    ],
    [
      { response_limit_minutes: 20.5 },
      `response_limit_minutes was 20.5; it ${MINUTES}`,
    ],
    [
      { resolution_limit_minutes: 527_041 },
      `resolution_limit_minutes was 527041; it ${MINUTES}`,
    ],
    [
      { response_target_minutes: "20" },
      `response_target_minutes was "20"; it ${MINUTES}`,
    ],
    [
      { response_target_minutes: 61 },
      "response_limit_minutes was 60; it must be at least the response target, 61",
    ],
    [
      { resolution_limit_minutes: 59 },
      "resolution_limit_minutes was 59; it must be at least the response limit, 60, or null",
    ],
    [
      { triggers: [] },
      "triggers was []; it must be a list of one or more of order_placed, customer_created, manual, shortage_found, refund_due, payment_due, delivery_window_needed, delivery_late",
    ],
    [
      { triggers: ["order_placed", "order_placed"] },
      'triggers[1] was "order_placed"; it must be another one: triggers[0] is the same',
    ],
    [
      { triggers: ["order_lost"] },
      'triggers[0] was "order_lost"; it must be one of order_placed, customer_created, manual, shortage_found, refund_due, payment_due, delivery_window_needed, delivery_late',
    ],
    [
      { calendar_id: "fucal_gone" },
      'calendar_id was "fucal_gone"; it must be the id of a business calendar of the shop, or null',
    ],
    [
      { when_order_off: "always" },
      'when_order_off was "always"; it must be one of ask, cancel, leave',
    ],
    [
      { priority: "huge" },
      'priority was "huge"; it must be one of low, normal, high, urgent',
    ],
    [{ colour: "red" }, "colour is not a field of a playbook"],
    [
      { retry: undefined },
      "retry is missing; it must be an object with ladders, calling_hours, max_attempts, fallback",
    ],
    [
      { assignment: { last_agent: true, user_ids: [] } },
      "assignment.most_open_tasks is missing; it must be a whole number from 1 to 10000, or null",
    ],
    [
      {
        assignment: {
          last_agent: true,
          user_ids: ["u", "u"],
          most_open_tasks: null,
        },
      },
      'assignment.user_ids[1] was "u"; it must be another one: assignment.user_ids[0] is the same',
    ],

    [
      all({ field: "colour", operator: "is", value: true }),
      'conditions.all[0].field was "colour"; it must be one of order_total, currency, sales_channel, region, country, payment_provider, payment_state, shipping_option, customer_kind, completed_orders, has_phone, category, collection, customer_group, order_is_short, units_short, has_delivery_window, hours_until_window, is_vip',
    ],
    [
      all({ field: "has_phone", operator: "below", value: 1 }),
      'conditions.all[0].operator was "below"; it must be one of is for has_phone',
    ],
    [
      all({ field: "has_phone", operator: "like", value: 1 }),
      'conditions.all[0].operator was "like"; it must be one of is, is_any_of, is_none_of, at_least, below',
    ],
    [
      all({ field: "has_phone", operator: "is", value: "yes" }),
      'conditions.all[0].value was "yes"; it must be true or false',
    ],
    [
      all({ field: "has_phone", operator: "is" }),
      "conditions.all[0].value is missing; it must be true or false",
    ],
    [
      all({ field: "completed_orders", operator: "below", value: -1 }),
      "conditions.all[0].value was -1; it must be a whole number from 0",
    ],
    [
      all({
        field: "order_total",
        operator: "below",
        value: 0,
        currency_code: "uah",
      }),
      "conditions.all[0].value was 0; it must be an amount above 0, in major units",
    ],
    [
      all({ field: "order_total", operator: "below", value: 5 }),
      'conditions.all[0].currency_code is missing; it must be a currency in small letters such as "uah"',
    ],
    [
      all({
        field: "order_total",
        operator: "below",
        value: 5,
        currency_code: "UAH",
      }),
      'conditions.all[0].currency_code was "UAH"; it must be a currency in small letters such as "uah"',
    ],
    [
      all({
        field: "has_phone",
        operator: "is",
        value: true,
        currency_code: "uah",
      }),
      'conditions.all[0].currency_code was "uah"; it must be left out: has_phone is not an amount',
    ],
    [
      all({ field: "customer_kind", operator: "is", value: "old" }),
      'conditions.all[0].value was "old"; it must be one of new, returning',
    ],
    [
      all({ field: "customer_kind", operator: "is_any_of", value: ["old"] }),
      'conditions.all[0].value[0] was "old"; it must be one of new, returning',
    ],
    [
      all({ field: "region", operator: "is_any_of", value: [] }),
      "conditions.all[0].value was []; it must be a list of 1 to 100 different values",
    ],
    [
      all({ field: "region", operator: "is_any_of", value: ["a", "a"] }),
      'conditions.all[0].value was ["a","a"]; it must be a list of 1 to 100 different values',
    ],
    [
      all({ field: "region", operator: "is_any_of", value: ["a", 7] }),
      "conditions.all[0].value[1] was 7; it must be an id",
    ],
    [
      { conditions: { all: [], any: ["x"] } },
      'conditions.any[0] was "x"; it must be an object with field, operator, value, currency_code',
    ],

    [
      retry({ ladders: { busy: { steps: [], max_attempts: 3 } } }),
      "retry.ladders.busy.steps was []; it must be a list of 1 to 20 steps",
    ],
    [
      retry({
        ladders: {
          busy: { steps: [{ kind: "next_morning" }], max_attempts: 51 },
        },
      }),
      "retry.ladders.busy.max_attempts was 51; it must be a whole number from 1 to 50, or null",
    ],
    [
      retry({
        ladders: {
          busy: { steps: [{ kind: "tomorrow" }], max_attempts: null },
        },
      }),
      'retry.ladders.busy.steps[0].kind was "tomorrow"; it must be one of after, next_morning',
    ],
    [
      retry({
        ladders: {
          busy: { steps: [{ kind: "after" }], max_attempts: null },
        },
      }),
      `retry.ladders.busy.steps[0].minutes is missing; it ${MINUTES}`,
    ],
    [
      retry({ ladders: { reached: { steps: [], max_attempts: null } } }),
      'retry.ladders.reached was "reached"; it must be one of no_answer, busy, voicemail, message_sent',
    ],
    [
      retry({ max_attempts: 0 }),
      "retry.max_attempts was 0; it must be a whole number from 1 to 50, or null",
    ],
    [
      retry({ calling_hours: { start: "8:00", end: "21:00" } }),
      'retry.calling_hours.start was "8:00"; it must be a time of day from "00:00" to "23:59"',
    ],
    [
      retry({ calling_hours: { start: "21:00", end: "21:00" } }),
      'retry.calling_hours.end was "21:00"; it must be later than the start, "21:00"',
    ],
    [
      retry({ fallback: { kind: "give_up" } }),
      'retry.fallback.kind was "give_up"; it must be one of message_customer, hand_over, cancel_order',
    ],
    [
      retry({ fallback: { kind: "cancel_order", assignee_id: "user_1" } }),
      'retry.fallback.assignee_id was "user_1"; it must be left out unless kind is hand_over',
    ],
    [
      retry({ fallback: { kind: "hand_over", canned_answer_id: "fuans_1" } }),
      'retry.fallback.canned_answer_id was "fuans_1"; it must be left out unless kind is message_customer',
    ],

    [
      escalation({ offset_minutes: 0.5 }),
      "escalation[0].offset_minutes was 0.5; it must be a whole number of business minutes from -527040 to 527040",
    ],
    [
      escalation({ id: "late at night" }),
      'escalation[0].id was "late at night"; it must be 1 to 64 letters, digits, hyphens and underscores',
    ],
    [
      {
        escalation: [
          ...escalation({}).escalation,
          ...escalation({}).escalation,
        ],
      },
      'escalation[1].id was "late"; it must be another one: escalation[0] has it',
    ],
    [
      escalation({ relative_to: "resolution_limit" }),
      'escalation[0].relative_to was "resolution_limit"; it must be response_target or response_limit: there is no resolution limit',
    ],
    [
      escalation({}, { audience: "user" }),
      "escalation[0].action.user_id is missing; it must be the id of a user",
    ],
    [
      escalation({}, { user_id: "user_1" }),
      'escalation[0].action.user_id was "user_1"; it must be left out unless audience is user',
    ],
    [
      action({ kind: "explode" }),
      'escalation[0].action.kind was "explode"; it must be one of notify, raise_priority, reassign, emit_event, custom',
    ],
    [
      action({ kind: "raise_priority", priority: "top" }),
      'escalation[0].action.priority was "top"; it must be one of low, normal, high, urgent',
    ],
    [
      action({ kind: "emit_event", event: "Late!" }),
      'escalation[0].action.event was "Late!"; it must be a name in small letters such as shop.order_late, of at most 100 characters',
    ],
    [
      action({ kind: "emit_event", event: "order.placed" }),
      'escalation[0].action.event was "order.placed"; it must be a name of the shop\'s own such as shop.order_late; those that begin with "order." are Medusa\'s',
    ],
    [
      action({ kind: "emit_event", event: "order-edit.confirmed" }),
      'escalation[0].action.event was "order-edit.confirmed"; it must be a name of the shop\'s own such as shop.order_late; those that begin with "order-edit." are Medusa\'s',
    ],
    [
      action({ kind: "emit_event", event: "follow-up.opened" }),
      'escalation[0].action.event was "follow-up.opened"; it must be a name of the shop\'s own such as shop.order_late; those that begin with "follow-up." are the plugin\'s',
    ],
    [
      action({ kind: "custom", name: "sing" }),
      'escalation[0].action.name was "sing"; it must be one of ring_the_bell',
    ],

    [
      safe({ audit_percent: 101 }),
      "safe_orders.audit_percent was 101; it must be a number from 0 to 100",
    ],
    [
      safe({ totals_below: { uah: 0 } }),
      "safe_orders.totals_below.uah was 0; it must be an amount above 0",
    ],
    [
      safe({ enabled: true, totals_below: {} }),
      "safe_orders.totals_below is empty; it must have an amount for one currency at least while safe orders are on: without one, no order is safe",
    ],
    [
      safe({ totals_below: { UAH: 5 } }),
      'safe_orders.totals_below.UAH was "UAH"; it must be by currency, in small letters such as "uah"',
    ],
    [
      safe({ checks: ["paid", "paid"] }),
      'safe_orders.checks[1] was "paid"; it must be another one: safe_orders.checks[0] is the same',
    ],
    [
      safe({ checks: ["lucky"] }),
      'safe_orders.checks[0] was "lucky"; it must be one of paid, returning_without_trouble, complete_address, in_stock',
    ],

    [
      { scripts: { Ukrainian: "Вітаю" } },
      'scripts.Ukrainian was "Ukrainian"; it must be a language tag such as uk or pt-BR',
    ],
    [
      { scripts: { uk: `{${"x".repeat(10_000)}` } },
      `scripts.uk was "{${"x".repeat(78)}…; it must be a text of at most 10000 characters`,
    ],
    [
      { scripts: { uk: "Вітаю\0" } },
      "scripts.uk contains an invalid character",
    ],
    [
      { scripts: { uk: "Вітаю,\n  {{ custmer.name }}!" } },
      "scripts.uk is broken in line 2, column 6: custmer.name is not a variable; there are shop, agent, customer, order, promised_time, opens_at, contact, shortage, offer, refund_due, payment_due, window",
    ],
    [
      { scripts: { en: "Hello{% if agent %}" } },
      "scripts.en is broken in line 1, column 6: tag {% if agent %} not closed",
    ],
  ]

  it.each(cases)("%j", (fields, says) => {
    expect(messageOf(() => parse(fields))).toBe(says)
  })

  it("all at once", () => {
    const told = (fields: object) => {
      try {
        parse(fields)
      } catch (error) {
        if (error instanceof Refusal) {
          return [error, ...error.further].map(({ code, path }) => [
            code,
            path.slice(1).join("."),
          ])
        }
      }
      throw new Error(`${JSON.stringify(fields)} was not refused`)
    }
    expect(
      told({
        response_target_minutes: 61,
        resolution_limit_minutes: 59,
        calendar_id: "fucal_gone",
        ...escalation({}, { audience: "user" }),
        ...all({ field: "has_phone", operator: "is", value: "yes" }),
        scripts: { en: "Hello{% if agent %}" },
      })
    ).toEqual([
      ["target_above_limit", "response_limit_minutes"],
      ["limit_above_resolution", "resolution_limit_minutes"],
      ["unknown_calendar", "calendar_id"],
      ["nobody_to_tell", "escalation.0.action.user_id"],
      ["wrong_kind", "conditions.all.0.value"],
      ["script_broken_tag", "scripts.en"],
    ])
    expect(told({ triggers: [], priority: "huge" })).toEqual([
      ["no_trigger", "triggers"],
      ["not_one_of", "priority"],
    ])
  })

  it("of a whole definition", () => {
    expect(
      messageOf(() => parsePlaybook("confirm_order", "twenty", KNOWN))
    ).toMatch(
      /^definition was "twenty"; it must be an object with triggers, conditions, /
    )
  })

  it("of a type", () => {
    expect(
      messageOf(() => parsePlaybook("feed_the_cat", PLAIN_PLAYBOOK, KNOWN))
    ).toBe(
      'type was "feed_the_cat"; it must be one of confirm_order, complete_contact, resolve_shortage, refund_due, payment_due, arrange_delivery, delivery_late, verify_payment'
    )
  })

  it("of safe orders where nothing is confirmed", () => {
    expect(
      messageOf(() =>
        parse({ safe_orders: CONFIRM_ORDER.safe_orders }, "verify_payment")
      )
    ).toMatch(/must be null: only confirm_order has safe orders$/)
  })

  it("of an action where the shop registered none", () => {
    expect(
      messageOf(() =>
        parsePlaybook(
          "confirm_order",
          { ...CONFIRM_ORDER, ...action({ kind: "custom", name: "sing" }) },
          { ...KNOWN, escalation_actions: [] }
        )
      )
    ).toBe(
      'escalation[0].action.name was "sing"; it must be an action that the shop\'s own code registered, and there is none'
    )
  })
})
