import { Refused } from "../../../api/refused"
import { sectionOfRefusal, sectionsOf } from "../sections"

it.each([
  [["definition", "response_limit_minutes"], "howQuickly"],
  [["definition", "conditions", "all", 0, "value"], "when"],
  [["definition", "scripts", "uk"], "whatToSay"],
  [["definition", "retry", "calling_hours", "end"], "nobodyAnswers"],
  [["definition", "escalation", 1, "relative_to"], "late"],
  [["definition", "assignment", "user_ids", 1], "whoGetsIt"],
  [["definition", "safe_orders", "totals_below", "uah"], "safeOrders"],
  [["name"], "name"],
  [[], "name"],
] as const)("%j is in the section %j", (path, section) => {
  const refused = new Refused({ status: 400, statusText: "" }, { path })
  expect(sectionOfRefusal(refused)).toBe(section)
})

it("is a section of its own for each thing that is wrong at once", () => {
  const refused = new Refused(
    { status: 400, statusText: "" },
    {
      path: ["definition", "triggers"],
      further: [
        {
          type: "invalid_data",
          code: "unknown_calendar",
          message: "",
          path: ["definition", "calendar_id"],
          values: {},
        },
      ],
    }
  )
  expect([refused, ...refused.further].map(sectionOfRefusal)).toEqual([
    "when",
    "howQuickly",
  ])
})

it("is where what somebody edits is shown", () => {
  expect(sectionsOf({ triggers: [], priority: "high" })).toEqual([
    "when",
    "howQuickly",
  ])
})

it("is said at the top where no server said it", () => {
  expect(sectionOfRefusal(new Error("Failed to fetch"))).toBe("name")
})
