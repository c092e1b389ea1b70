import type { PlaybookDefinition } from "../../../../src/api/admin/follow-ups/playbooks/types"
import { problemsOf } from "../problems"
import { aStep, definition } from "./a-playbook"

const kinds = (change: Partial<PlaybookDefinition>, name = "Calls") =>
  problemsOf({ name, definition: { ...definition, ...change } }).map(
    ({ section, kind }) => `${section}: ${kind}`
  )

it("finds nothing wrong with a playbook as it comes", () => {
  expect(kinds({})).toEqual([])
})

it.each<[string, Partial<PlaybookDefinition>, string]>([
  ["without a trigger", { triggers: [] }, "when: noTrigger"],
  [
    "with a condition on nothing",
    {
      conditions: {
        all: [{ field: "region", operator: "is_any_of", value: [] }],
        any: [],
      },
    },
    "when: emptyCondition",
  ],
  [
    "with an amount that nobody typed",
    {
      conditions: {
        all: [],
        any: [
          {
            field: "order_total",
            operator: "at_least",
            value: 0,
            currency_code: "uah",
          },
        ],
      },
    },
    "when: emptyCondition",
  ],
  [
    "with a limit before its target",
    { response_target_minutes: 61 },
    "howQuickly: limitBeforeTarget",
  ],
  [
    "to be completed before it must be answered",
    { resolution_limit_minutes: 59 },
    "howQuickly: resolutionBeforeLimit",
  ],
  [
    "with calling hours that end as they begin",
    {
      retry: {
        ...definition.retry,
        calling_hours: { start: "09:00", end: "09:00" },
      },
    },
    "nobodyAnswers: emptyHours",
  ],
  [
    "that tells nobody in particular",
    {
      escalation: [
        aStep({ action: { kind: "notify", audience: "user", email: false } }),
      ],
    },
    "late: nobodyToTell",
  ],
  [
    "with an event without a name",
    { escalation: [aStep({ action: { kind: "emit_event", event: " " } })] },
    "late: noEventName",
  ],
  [
    "with a step at a limit that there is not",
    { escalation: [aStep({ relative_to: "resolution_limit" })] },
    "late: noResolutionLimit",
  ],
  [
    "in which every order would be safe",
    {
      safe_orders: {
        enabled: true,
        checks: [],
        totals_below: {},
        audit_percent: 10,
      },
    },
    "safeOrders: noCheck",
  ],
])("a playbook %s is not saved", (_, change, problem) => {
  expect(kinds(change)).toEqual([problem])
})

it("asks for a name", () => {
  expect(kinds({}, "  ")).toEqual(["name: noName"])
})

it("does not count 0 orders as an empty condition", () => {
  expect(
    kinds({
      conditions: {
        all: [{ field: "completed_orders", operator: "is", value: 0 }],
        any: [],
      },
    })
  ).toEqual([])
})
