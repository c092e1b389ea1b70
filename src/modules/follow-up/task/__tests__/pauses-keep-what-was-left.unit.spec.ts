import fc from "fast-check"
import {
  type BusinessCalendar,
  compileCalendar,
} from "../../../../business-time"
import { aTaskOpenedAt, kyivShop } from "./task-fixture"
import {
  anAttempt,
  cancellation,
  REOPEN,
  TaskInMemory,
  waitUntil,
} from "./task-in-memory"

const TARGET_SECONDS = 20 * 60
const LIMIT_SECONDS = 60 * 60

const nightShift = compileCalendar({
  time_zone: "America/New_York",
  weekly: {
    friday: [["22:00", "06:00"]],
    saturday: [["22:00", "06:00"]],
    sunday: [
      ["08:00", "08:10"],
      ["22:00", "06:00"],
    ],
  },
  exceptions: [],
})

const HAPPENINGS = ["wait", "resume", "tick", "cancel", "reopen"] as const

/** What may happen to a task that nobody has answered, and after how long. */
type Step = {
  after_seconds: number
  happening: (typeof HAPPENINGS)[number]
  wait_seconds: number
}

const step: fc.Arbitrary<Step> = fc.record({
  after_seconds: fc.oneof(
    fc.integer({ min: 0, max: 900 }),
    fc.integer({ min: 0, max: 3 * 86_400 })
  ),
  happening: fc.constantFrom(...HAPPENINGS),
  wait_seconds: fc.integer({ min: 1, max: 2 * 86_400 }),
})

/** The two weeks hold the night in which Kyiv's and New York's clocks go back. */
const opened_at = fc
  .date({
    min: new Date("2026-10-23T00:00:00Z"),
    max: new Date("2026-11-06T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))

/**
 * Counts the business time in which a task's response timer ran: not while it
 * was closed or waited, and a wait ends at its time whether or not anything
 * noticed. Knows nothing of deadlines.
 */
class RunningTime {
  seconds = 0
  private paused_until: Date | null = null
  private counted_to: Date

  constructor(
    start: Date,
    private readonly calendar: BusinessCalendar
  ) {
    this.counted_to = start
  }

  advance(now: Date): void {
    const from =
      this.paused_until && this.paused_until > this.counted_to
        ? this.paused_until
        : this.counted_to
    if (from < now) {
      this.seconds += this.calendar.between(from, now)
    }
    this.counted_to = now
  }

  pause(until: Date): void {
    this.paused_until = until
  }

  goOn(): void {
    this.paused_until = null
  }
}

function forever(): Date {
  return new Date(8_640_000_000_000_000)
}

/** Lets the steps happen to a task, and to the count beside it. */
function play(opened: Date, steps: Step[], calendar: BusinessCalendar) {
  const desk = new TaskInMemory(aTaskOpenedAt(opened, {}, calendar), calendar)
  const running = new RunningTime(opened, calendar)
  let now = opened
  for (const { after_seconds, happening, wait_seconds } of steps) {
    now = new Date(now.getTime() + after_seconds * 1000)
    running.advance(now)
    const { status } = desk.task
    const isActive = status === "open" || status === "waiting"
    if (happening === "wait" && isActive) {
      const until = new Date(now.getTime() + wait_seconds * 1000)
      desk.run(waitUntil(until), now)
      running.pause(until)
    } else if (happening === "resume" && isActive) {
      desk.run({ kind: "resume" }, now)
      running.goOn()
    } else if (happening === "tick") {
      desk.tick(now)
    } else if (happening === "cancel" && isActive) {
      desk.run(cancellation(), now)
      running.pause(forever())
    } else if (happening === "reopen" && !isActive) {
      desk.run(REOPEN, now)
      running.goOn()
    }
  }
  return { desk, running, now }
}

describe.each([
  ["a shop by day", kyivShop],
  ["a shop by night", nightShift],
])(
  "in %s, whatever waits, resumes and cancellations there were",
  (_, calendar) => {
    it("an open task has the business time left that has not run", () => {
      fc.assert(
        fc.property(
          opened_at,
          fc.array(step, { maxLength: 12 }),
          (opened, steps) => {
            const { desk, running, now } = play(opened, steps, calendar)
            if (desk.task.status !== "open") {
              return
            }
            for (const [allowed, deadline] of [
              [TARGET_SECONDS, desk.task.response_target_at],
              [LIMIT_SECONDS, desk.task.response_limit_at],
            ] as const) {
              if (running.seconds <= allowed) {
                expect(calendar.between(now, deadline)).toBe(
                  allowed - running.seconds
                )
              } else {
                expect(deadline.getTime()).toBeLessThan(now.getTime())
              }
            }
          }
        ),
        { numRuns: 400 }
      )
    })

    it("an answer is late exactly if the timer ran for longer than allowed", () => {
      fc.assert(
        fc.property(
          opened_at,
          fc.array(step, { maxLength: 12 }),
          (opened, steps) => {
            const { desk, running, now } = play(opened, steps, calendar)
            if (desk.task.status !== "open" && desk.task.status !== "waiting") {
              return
            }
            desk.run(anAttempt(), now)
            for (const [allowed, kind, deadline] of [
              [TARGET_SECONDS, "target_missed", desk.task.response_target_at],
              [LIMIT_SECONDS, "breached", desk.task.response_limit_at],
            ] as const) {
              const missed = desk.activities.filter(
                (activity) => activity.kind === kind
              )
              const isLate = now > deadline
              expect(missed.map(({ occurred_at }) => occurred_at)).toEqual(
                isLate ? [deadline] : []
              )
              // At exactly what is allowed, closed time decides: it may have passed or not.
              if (running.seconds !== allowed) {
                expect(isLate).toBe(running.seconds > allowed)
              }
            }
          }
        ),
        { numRuns: 400 }
      )
    })
  }
)
