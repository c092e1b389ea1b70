import { sectionOfRefusal } from "../sections"

it.each([
  [
    "response_limit_minutes was 10; it must be at least the response target, 20",
    "howQuickly",
  ],
  [
    "definition.conditions.all[0].value was []; it must be a list of 1 to 100 different values",
    "when",
  ],
  [
    "scripts.uk is broken in line 2, column 6: nmae is not a variable",
    "whatToSay",
  ],
  [
    'retry.calling_hours.end was "08:00"; it must be later than the start',
    "nobodyAnswers",
  ],
  [
    'escalation[1].relative_to was "resolution_limit"; it must be response_target or response_limit',
    "late",
  ],
  ['assignment.user_ids[1] was "a"; each may be named once', "whoGetsIt"],
  [
    "safe_orders.totals_below.uah was -1; it must be an amount above 0",
    "safeOrders",
  ],
  ['name was "Calls"; there is a playbook of this type with it', "name"],
  ["Playbook with id: a was not found", null],
])("%j is about the section %j", (message, section) => {
  expect(sectionOfRefusal(message)).toBe(section)
})
