import { DEADLINES } from "../../../../desk/playbook"
import { whateverHappens } from "./whatever-happens"

/** The steps of the clock by the deadline that passes unmet. */
const MISS = {
  response_target: "target_missed",
  response_limit: "breached",
  resolution_limit: "resolution_breached",
} as const

describe("whatever happens to a task, and however its rules are changed", () => {
  it("what is banked and what remains is what was allowed", () => {
    whateverHappens((desk) => {
      const { task, now, counted } = desk
      if (task.status !== "open") {
        return
      }
      const used = counted.at(now)
      for (const deadline of DEADLINES) {
        const at = task[`${deadline}_at`]
        const allowed = desk.allowed(deadline)
        expect(at === null).toBe(allowed === null)
        if (at === null || allowed === null || desk.isMet(deadline)) {
          continue
        }
        if (at < now) {
          // Closed time passes it once all of it is used.
          expect(used).toBeGreaterThanOrEqual(allowed)
          expect(desk.everAllowed(deadline)).toContain(counted.usedBy(at))
        } else {
          const left = Math.round(counted.calendar.between(now, at) * 1000)
          expect(used + left).toBe(allowed)
        }
      }
    })
  })

  it("what passed did so while the clock ran, when all that it allowed was used", () => {
    whateverHappens((desk) => {
      const { task, now, counted } = desk
      // A wait may be over by now, and nothing has come by that noticed.
      const stopped_at = task.waiting_since ?? now
      for (const deadline of DEADLINES) {
        const at = task[`${deadline}_at`]
        const allowed = desk.allowed(deadline)
        if (
          at === null ||
          allowed === null ||
          desk.isMet(deadline) ||
          counted.usedBy(stopped_at) <= allowed
        ) {
          continue
        }
        expect(counted.ranUpTo(at)).toBe(true)
        // What had passed under other rules stays where it was.
        expect(desk.everAllowed(deadline)).toContain(counted.usedBy(at))
      }
    })
  })

  it("the clock stands still exactly while the task waits or is closed", () => {
    whateverHappens(({ task }) => {
      expect(task.running_since !== null).toBe(task.status === "open")
    })
  })

  it("each step fires at most once", () => {
    whateverHappens(({ desk }) => {
      const once = desk.activities.flatMap(({ once }) => once ?? [])
      expect(once).toEqual([...new Set(once)])
    })
  })

  it("nothing is written down as missed that was answered, or had time left", () => {
    whateverHappens((desk, before) => {
      const written = desk.desk.activities.slice(before.activities.length)
      const missed = DEADLINES.filter((deadline) =>
        written.some(({ once }) => once === MISS[deadline])
      )
      for (const deadline of missed) {
        // Once all of it is used, closed time passes the deadline.
        expect(desk.wasUsedUp(deadline)).toBe(true)
        if (deadline !== "resolution_limit") {
          expect(before.task.responded_at).toBeNull()
        }
      }
    })
  })

  it("whatever was late is written down at the next tick, and nothing more is due", () => {
    whateverHappens((desk) => {
      const { now } = desk
      const ahead = desk.desk.copy()
      ahead.tick(now)
      // The first one may only have brought it back.
      ahead.tick(now)
      if (ahead.next) {
        expect(ahead.next.fires_at.getTime()).toBeGreaterThanOrEqual(
          now.getTime()
        )
      }
      if (ahead.task.status !== "open") {
        return
      }
      for (const deadline of DEADLINES) {
        const allowed = desk.allowed(deadline)
        if (
          allowed !== null &&
          desk.counted.at(now) > allowed &&
          !desk.isMet(deadline)
        ) {
          expect([...ahead.fired]).toContain(MISS[deadline])
        }
      }
    })
  })

  it("what was answered stays as it was answered", () => {
    whateverHappens(({ task }, before) => {
      const isWithdrawn = task.attempt_count < before.task.attempt_count
      if (before.task.responded_at && !isWithdrawn) {
        expect(task).toMatchObject({
          responded_at: before.task.responded_at,
          response_target_at: before.task.response_target_at,
          response_limit_at: before.task.response_limit_at,
        })
      }
    })
  })

  it("what was missed when the rules changed stays missed", () => {
    whateverHappens(({ desk, task, now }, before) => {
      if (
        task.playbook_version === before.task.playbook_version ||
        before.task.status !== "open"
      ) {
        return
      }
      for (const deadline of DEADLINES) {
        const at = before.task[`${deadline}_at`]
        const isMet = deadline !== "resolution_limit" && task.responded_at
        if (at && at < now && !isMet) {
          expect([...desk.fired]).toContain(MISS[deadline])
        }
      }
    })
  })
})
