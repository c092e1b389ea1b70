import { createHash } from "node:crypto"
import { decide } from "./decide"
import type { Command, NewRules } from "./decide/command"
import type { Situation } from "./decide/decision"
import { Refusal } from "../../../refusals"
import { isActive } from "./is-active"
import { triggerOfRequest } from "./number-request"
import type { Judgement, OpenTasks } from "./open-request"
import type { RuleVersions } from "../rules/rule-versions"
import { newRules } from "../rules/new-rules"
import { situationsOf } from "./situation-of"
import { lockTask } from "./sql/lock-task"
import { selectLastAttempt, selectLastNote } from "./sql/select-history"
import type { Sql } from "../../../postgres/sql"
import { commandKeys } from "../tables"
import type { Task } from "./task"
import { taskNotFound } from "./task-not-found"
import { withdrawRequest } from "./withdraw-request"
import { type Change, decided, writeDecisions } from "./write-decisions"

export type CommandRequest = {
  task_id: string
  command: Command
  /**
   * The user who sends the command; null for the shop's events and the clock.
   */
  actor_id: string | null
  /** The same key with the same command by the same person changes nothing. */
  idempotency_key?: string | null
  /** For the request for another number that a wrong number opens. */
  opening?: {
    /** The users that a playbook may assign it to. */
    people: readonly string[]
    /** The facts of the order or the customer; the task's own if omitted. */
    judgement?: Judgement
  }
}

/**
 * Decides a command on a task under its row lock and writes the decision, in
 * the caller's transaction.
 *
 * @throws Refusal for an unknown task, if the task's state does not allow the
 * command, and if its key was used for another command
 */
export async function runCommand(
  sql: Sql,
  {
    task_id,
    command,
    actor_id,
    idempotency_key = null,
    opening,
  }: CommandRequest,
  rules: RuleVersions,
  now: Date,
  open: OpenTasks
): Promise<Change> {
  const task = await lockTask(sql, task_id)
  if (!task) {
    throw taskNotFound(task_id)
  }
  const unchanged: Change = { task, event_ids: [] }
  const fingerprint = fingerprintOf(command, actor_id)
  if (idempotency_key !== null) {
    const before = await commandKeys.find(sql, task_id, idempotency_key)
    if (before === fingerprint) {
      return unchanged
    }
    if (before !== null) {
      throw new Refusal("key_used_otherwise", { key: idempotency_key })
    }
  }

  const situationAt = await situationsOf(sql, [task], rules, now)
  const { situation: found, taskRules } = situationAt(task)
  const situation: Situation = {
    ...found,
    actor_id,
    // A key identifies a repeated command; without one, an attempt or a note is
    // compared with the last one. Withdrawing always needs the last attempt.
    last_attempt:
      command.kind === "withdraw_attempt" ||
      command.kind === "message_failed" ||
      (command.kind === "record_attempt" && idempotency_key === null)
        ? await selectLastAttempt(sql, task_id)
        : null,
    last_note:
      (command.kind === "note" && idempotency_key === null) ||
      mayOnlyNote(task, command)
        ? await selectLastNote(sql, task_id)
        : null,
  }
  const decision = decide(situation, command)
  if (idempotency_key !== null) {
    await commandKeys.insert(sql, task_id, idempotency_key, fingerprint, now)
  }
  if (decision.activities.length === 0) {
    return unchanged
  }
  const request = decision.withdraws?.request
  const withdrawn = request
    ? await withdrawRequest(sql, request, rules, now)
    : []
  const [change = unchanged] = await writeDecisions(
    sql,
    [
      decided(
        situation,
        decision,
        command.kind === "change_rules" ? command.rules : taskRules
      ),
    ],
    now
  )
  if (!isActive(task) && isActive(change.task)) {
    // If the rules changed while it was closed, only active tasks were moved.
    const next = newRules(change.task, taskRules, await rules.book(sql, now))
    const newer = {
      playbook: next.playbook,
      calendar: rules.compile(next.calendar),
    }
    const move: Command = { kind: "change_rules", rules: newer }
    return await goOn(change, situation, move, newer, sql)
  }
  if (!decision.open) {
    return { ...change, event_ids: [...withdrawn, ...change.event_ids] }
  }
  const opened = await open(
    decision.open.map((asking) => ({
      ...asking,
      trigger: triggerOfRequest(task),
      judgement: opening?.judgement,
    }))
  )
  const event_ids = [
    ...change.event_ids,
    ...opened.flatMap((each) => each.event_ids),
  ]
  // If nothing was opened that could resume it: no playbook matches.
  return opened.length > 0
    ? { ...change, event_ids }
    : await goOn(
        { ...change, event_ids },
        situation,
        { kind: "give_up_calling" },
        taskRules,
        sql
      )
}

/** Whether all that may be left of the command is its note. */
function mayOnlyNote({ status }: Task, command: Command): boolean {
  switch (command.kind) {
    case "complete":
      return status === "completed" && command.note !== null
    case "cancel":
      return status === "canceled" && command.note !== null
    case "reopen":
      return isActive({ status }) && command.note !== null
    case "assign":
    case "wait":
      return Boolean(command.note)
    default:
      return false
  }
}

/**
 * Runs a further command on a task that was just changed.
 *
 * @param after - the rules that it runs under afterwards
 */
async function goOn(
  { task, event_ids }: Change,
  before: Situation,
  command: Command,
  after: NewRules,
  sql: Sql
): Promise<Change> {
  const situation = { ...before, task }
  const decision = decide(situation, command)
  if (decision.activities.length === 0) {
    return { task, event_ids }
  }
  const [change] = await writeDecisions(
    sql,
    [decided(situation, decision, after)],
    situation.now
  )
  return {
    task: change?.task ?? task,
    event_ids: [...event_ids, ...(change?.event_ids ?? [])],
  }
}

/** Identifies a command without storing the personal data in it. */
function fingerprintOf(command: Command, actor_id: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...command, actor_id }))
    .digest("base64url")
}
