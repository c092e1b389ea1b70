import fc from "fast-check"
import { CountedDesk } from "./counted-desk"
import { hours, minutes, opened_at, steps } from "./happenings"

/** Lets anything happen to a task, and checks it after each step. */
export function whateverHappens(
  check: (desk: CountedDesk, before: CountedDesk["desk"]) => void,
  numRuns = 500
): void {
  fc.assert(
    fc.property(
      opened_at,
      hours,
      minutes,
      steps,
      (opened, hours, minutes, steps) => {
        const desk = new CountedDesk(opened, hours, minutes)
        for (const step of steps) {
          const before = desk.desk.copy()
          desk.play(step)
          check(desk, before)
        }
      }
    ),
    { numRuns }
  )
}
