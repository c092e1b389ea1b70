import type { BusinessCalendar } from "../../../../business-time"
import { startClock } from "../clock/task-clock"
import type { Deadline } from "../../../../desk/playbook"
import { CountedTime } from "./counted-time"
import {
  CALENDARS,
  type Happening,
  type Minutes,
  type Step,
} from "./happenings"
import { aTask, kyivShop, playbook, versionOf } from "./task-fixture"
import {
  anAttempt,
  cancellation,
  completion,
  OLENA,
  REOPEN,
  TaskInMemory,
  waitUntil,
  WITHDRAW,
} from "./task-in-memory"
import { waitsForNumber } from "../waits-for-number"

const calendarOf = (hours: string) => CALENDARS[hours] ?? kyivShop

/** A task, and the count of its time beside it. */
export class CountedDesk {
  readonly desk: TaskInMemory
  counted: CountedTime
  now: Date
  private rules = 1
  /** All that the task has run under. */
  private readonly ruled: Minutes[]
  /** The count before the last attempt: it may be withdrawn. */
  private untried: CountedTime
  private before: { minutes: Minutes; used: number }

  constructor(
    opened: Date,
    hours: string,
    private minutes: Minutes
  ) {
    const calendar = calendarOf(hours)
    const rules = playbook("confirm_order", minutes)
    const clock = startClock(opened, rules.definition, versionOf(calendar))
    this.now = opened
    this.ruled = [minutes]
    this.before = { minutes, used: 0 }
    this.counted = new CountedTime(opened, calendar)
    this.untried = this.counted
    this.desk = new TaskInMemory(
      aTask({ opened_at: opened, ...clock, due_at: clock.response_target_at }),
      calendar,
      null,
      rules
    )
  }

  get task() {
    return this.desk.task
  }

  get isActive(): boolean {
    return this.task.status === "open" || this.task.status === "waiting"
  }

  isMet(deadline: Deadline): boolean {
    return deadline !== "resolution_limit" && this.task.responded_at !== null
  }

  /** What a deadline allows, in milliseconds. */
  allowed(deadline: Deadline): number | null {
    return allowedBy(this.minutes, deadline)
  }

  /** What it allows, and what it allowed under other rules. */
  everAllowed(deadline: Deadline): number[] {
    return this.ruled.flatMap((minutes) => allowedBy(minutes, deadline) ?? [])
  }

  /** Whether it allowed no more when the last step came: under the rules then. */
  wasUsedUp(deadline: Deadline): boolean {
    const allowed = allowedBy(this.before.minutes, deadline)
    return allowed !== null && this.before.used >= allowed
  }

  play({ after_ms, happening }: Step): void {
    this.now = new Date(this.now.getTime() + after_ms)
    this.before = {
      minutes: this.minutes,
      used: this.counted.at(this.now),
    }
    const { desk, counted, now } = this
    switch (happening.what) {
      case "tick":
        desk.tick(now)
        if (this.task.status === "open") {
          counted.goOn(now)
        }
        return
      case "note":
        desk.run({ kind: "note", note: `At ${now.toISOString()}` }, now)
        return
      case "reopen":
        if (!this.isActive) {
          desk.run(REOPEN, now)
          counted.goOn(now)
        }
        return
      case "withdraw":
        return this.withdraw()
      case "rules":
        return this.changeRules(calendarOf(happening.hours), happening.minutes)
    }
    if (this.isActive) {
      this.command(happening)
    }
  }

  private command(
    happening: Exclude<
      Happening,
      {
        what: "tick" | "note" | "reopen" | "rules" | "withdraw"
      }
    >
  ): void {
    const { desk, counted, now } = this
    switch (happening.what) {
      case "wait":
      case "call_back": {
        const until = new Date(now.getTime() + happening.for_ms)
        this.untried = counted.copy()
        desk.run(
          happening.what === "wait"
            ? waitUntil(until)
            : anAttempt({ outcome: "call_back_later", call_back_at: until }),
          now
        )
        return counted.pause(now, until)
      }
      case "attempt":
        this.untried = counted.copy()
        // Another note, or it would be the same attempt sent twice.
        desk.run(
          anAttempt({
            outcome: happening.outcome,
            note: `${desk.attempts.length}`,
          }),
          now
        )
        return this.task.status === "waiting"
          ? counted.pause(now, this.task.waiting_until)
          : counted.goOn(now)
      case "claim":
        desk.run({ kind: "claim" }, now, this.task.assignee_id ?? OLENA)
        return
      case "resume":
        desk.run({ kind: "resume" }, now)
        return counted.goOn(now)
      case "give_up_calling":
        if (waitsForNumber(this.task)) {
          counted.goOn(now)
        }
        desk.run({ kind: "give_up_calling" }, now)
        return
      case "complete":
        desk.run(completion("confirmed"), now)
        return counted.pause(now, null)
      case "cancel":
        desk.run(cancellation(), now)
        return counted.pause(now, null)
    }
  }

  private withdraw(): void {
    const { desk, now } = this
    const last = desk.attempts.at(-1)
    const { updated_at } = this.task
    const isFresh =
      last?.attempted_at.getTime() === updated_at.getTime() &&
      now.getTime() - updated_at.getTime() <= 600_000
    if (last && !last.withdrawn_at && isFresh) {
      desk.run(WITHDRAW, now)
      this.counted = this.untried
    }
  }

  private changeRules(calendar: BusinessCalendar, minutes: Minutes): void {
    const { desk, counted, now } = this
    const version = ++this.rules
    const { waiting_until } = this.task
    const rules = { ...playbook("confirm_order", minutes), version }
    desk.run(
      {
        kind: "change_rules",
        rules: {
          playbook: rules,
          calendar: {
            id: "fucal_1",
            version,
            name: "Opening hours",
            definition: { time_zone: "UTC", weekly: {} },
            calendar,
          },
        },
      },
      now,
      null
    )
    if (this.task.waiting_until !== waiting_until) {
      counted.pause(now, this.task.waiting_until)
    }
    if (this.isActive) {
      desk.playbook = rules
      desk.calendar = calendar
      counted.calendar = calendar
      this.minutes = minutes
      this.ruled.push(minutes)
    }
  }
}

function allowedBy(minutes: Minutes, deadline: Deadline): number | null {
  const allowed = minutes[`${deadline}_minutes`]
  return allowed === null ? null : allowed * 60_000
}
