import type { BusinessCalendar } from "../../../../business-time"
import type {
  CalendarOf,
  CalendarReference,
} from "../../rules/calendars/calendars"
import { decide } from "../decide"
import type { Command, Complete, RecordAttempt } from "../decide/command"
import type {
  Activity,
  Decision,
  LastAttempt,
  Situation,
} from "../decide/decision"
import { Refusal } from "../../../../refusals"
import type { Task } from "../task"
import { apply } from "../apply"
import type { OpenRequest } from "../open-request"
import type { OutboxItem } from "../outbox"
import { type ArmedStep, nextTimerStep } from "../clock/timer-step"
import type { PlaybookVersion } from "../../rules/playbooks/playbook"
import { PLUGIN_DESK } from "../../__tests__/plugin-desk"
import { taskTypeOf, typeForPhone } from "../../rules/settings"
import { aTask, KYIV, kyivShop, playbook as playbookOf } from "./task-fixture"

/** The person who commands where a test does not say who. */
export const OLENA = "user_olena"
export const PETRO = "user_petro"

/** A task with its history, kept as the module keeps it. */
export class TaskInMemory {
  readonly activities: Activity[] = []
  readonly attempts: LastAttempt[] = []
  fired = new Set<string>()
  /** What leaves beside the activities' events, and what is opened. */
  readonly outbox: OutboxItem[] = []
  readonly opened: OpenRequest[] = []
  private now = this.task.opened_at
  /** What its runs were counted in, by version. */
  private readonly calendars = new Map<string, BusinessCalendar>()
  private last_note: {
    note: string
    actor_id: string | null
    at: Date
  } | null = null

  constructor(
    public task: Task = aTask(),
    public calendar = kyivShop,
    private readonly default_country: string | null = null,
    public playbook: PlaybookVersion = playbookOf(task.type),
    private readonly time_zone = KYIV
  ) {}

  /** Another one, as it is now. */
  copy(): TaskInMemory {
    const copy = new TaskInMemory(
      this.task,
      this.calendar,
      this.default_country,
      this.playbook,
      this.time_zone
    )
    copy.activities.push(...this.activities)
    copy.attempts.push(...this.attempts)
    copy.fired = new Set(this.fired)
    this.calendars.forEach((calendar, version) =>
      copy.calendars.set(version, calendar)
    )
    copy.last_note = this.last_note
    copy.now = this.now
    return copy
  }

  /** What the clock does next, as the last command armed it. */
  get next(): ArmedStep | null {
    return nextTimerStep(
      this.task,
      this.fired,
      this.playbook.definition,
      this.calendar,
      this.now
    )
  }

  /** The clock comes by, as a tick does. */
  tick(now: Date): Decision {
    return this.run({ kind: "fire" }, now, null)
  }

  /** The kinds of everything that was written down, in order. */
  get history(): string[] {
    return this.activities.map(({ kind }) => kind)
  }

  /** What it runs under, and what its runs were counted in. */
  readonly calendarOf: CalendarOf = (version) =>
    this.calendars.get(versionKey(version)) ?? this.calendar

  run(command: Command, now: Date, actor_id: string | null = OLENA): Decision {
    const situation = this.situationAt(now, actor_id)
    const decision = decide(situation, command)
    this.keep(situation, decision)
    return decision
  }

  /** The inputs of a decision. */
  situationAt(now: Date, actor_id: string | null = OLENA): Situation {
    this.calendars.set(versionKey(this.task), this.calendar)
    return {
      task: this.task,
      now,
      actor_id,
      calendar: this.calendar,
      calendarOf: this.calendarOf,
      time_zone: this.time_zone,
      type: taskTypeOf(this.task.type, PLUGIN_DESK),
      phone_type: typeForPhone(PLUGIN_DESK),
      playbook: this.playbook,
      default_country: this.default_country,
      fired: this.fired,
      last_attempt: this.attempts.at(-1) ?? null,
      last_note: this.last_note,
    }
  }

  /** The message of the refusal; the task must not have changed. */
  refusal(command: Command, now: Date, actor_id: string | null = OLENA) {
    const before = structuredClone(this.task)
    try {
      this.run(command, now, actor_id)
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal)
      expect(this.task).toEqual(before)
      return error instanceof Refusal ? error.message : ""
    }
    throw new Error(`${command.kind} was not refused`)
  }

  /** Applies a decision, as it is written to the database. */
  keep(situation: Situation, decision: Decision): void {
    const { now, actor_id } = situation
    const { task, fired, attempt } = apply(situation, decision)
    this.now = now
    this.task = task
    this.fired = fired
    if (attempt) {
      const id = `futry_${this.attempts.length}`
      const message = attempt.message && {
        ...attempt.message,
        status: "pending" as const,
        error: null,
      }
      this.attempts.push({ ...attempt, message, id, withdrawn_at: null })
    }
    const withdrawn = this.attempts.findIndex(
      ({ id }) => id === decision.withdraws?.attempt_id
    )
    const taken_back = this.attempts[withdrawn]
    if (taken_back) {
      this.attempts[withdrawn] = { ...taken_back, withdrawn_at: now }
    }
    const failed = this.attempts.find(
      ({ id }) => id === decision.fails?.attempt_id
    )
    if (failed?.message && decision.fails) {
      const { error } = decision.fails
      failed.message = { ...failed.message, status: "failed", error }
    }
    this.activities.push(...decision.activities)
    this.outbox.push(...(decision.outbox ?? []))
    this.opened.push(...(decision.open ?? []))
    const noted = decision.activities.find(
      ({ kind, data }) => kind !== "attempted" && data.note !== undefined
    )
    if (noted) {
      this.last_note = { note: noted.data.note ?? "", actor_id, at: now }
    }
  }
}

const versionKey = ({ calendar_id, calendar_version }: CalendarReference) =>
  `${calendar_id} ${calendar_version}`

export function anAttempt(facts: Partial<RecordAttempt> = {}): RecordAttempt {
  return {
    kind: "record_attempt",
    channel: "phone",
    outcome: "no_answer",
    note: null,
    call_back_at: null,
    complete_with: null,
    received_phone: null,
    ...facts,
  }
}

export function completion(
  outcome: string,
  facts: Partial<Complete> = {}
): Complete {
  return {
    kind: "complete",
    outcome,
    note: null,
    received_phone: null,
    ...facts,
  }
}

export function waitUntil(
  until: Date,
  facts: Partial<Extract<Command, { kind: "wait" }>> = {}
): Command {
  return { kind: "wait", until, reason: "customer_reply", note: null, ...facts }
}

export function cancellation(
  facts: Partial<Extract<Command, { kind: "cancel" }>> = {}
): Command {
  return { kind: "cancel", reason: "not_needed", note: null, ...facts }
}

export const REOPEN: Command = { kind: "reopen", note: null }

export const WITHDRAW: Command = { kind: "withdraw_attempt" }
