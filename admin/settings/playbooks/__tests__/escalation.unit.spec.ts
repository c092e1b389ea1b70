import { byTime } from "../escalation"
import { aStep, definition } from "./a-playbook"

const order = (steps: ReturnType<typeof aStep>[], resolution: number | null) =>
  byTime({
    ...definition,
    escalation: steps,
    resolution_limit_minutes: resolution,
  }).map(({ id }) => id)

it("puts steps in the order in which they come, whatever they are relative to", () => {
  expect(
    order(
      [
        aStep({ id: "resolved", relative_to: "resolution_limit" }),
        aStep({ id: "limit" }),
        aStep({ id: "near", offset_minutes: -50 }),
        aStep({ id: "target", relative_to: "response_target" }),
      ],
      480
    )
  ).toEqual(["near", "target", "limit", "resolved"])
})

it("leaves steps of one moment as they stand, and those without a moment last", () => {
  expect(
    order(
      [
        aStep({ id: "never", relative_to: "resolution_limit" }),
        aStep({ id: "b" }),
        aStep({ id: "a", relative_to: "response_target", offset_minutes: 40 }),
      ],
      null
    )
  ).toEqual(["b", "a", "never"])
})
