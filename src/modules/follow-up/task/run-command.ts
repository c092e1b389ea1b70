import { createHash } from "node:crypto"
import type { Command } from "./decide/command"
import { concernsCall, decideCall } from "./decide/decide-call"
import { type Situation, UNCHANGED } from "./decide/decision"
import { followCommand } from "./follow-command"
import { hasSameKeys, personKeys } from "../contact/person"
import { toE164 } from "../contact/phone"
import type { Task } from "./task"
import { Refusal } from "../../../refusals"
import { isActive } from "./is-active"
import type { Judgement, OpenTasks } from "./open-request"
import type { RuleVersions } from "../rules/rule-versions"
import { rulesAfter } from "./run-each"
import { situationsOf } from "./situation-of"
import { lockPersonsOf } from "./persons"
import { lockTaskInCall } from "./sql/lock-task"
import { selectCalls } from "./sql/persons"
import { selectTask } from "./sql/select-task"
import { selectLastAttempt, selectLastNote } from "./sql/select-history"
import type { Sql } from "../../../postgres/sql"
import { commandKeys } from "../tables"
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
  /** The person was told that somebody else is calling the customer. */
  knows_of_call?: boolean
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
    knows_of_call,
    opening,
  }: CommandRequest,
  rules: RuleVersions,
  now: Date,
  open: OpenTasks
): Promise<Change> {
  if (needsRules(command)) {
    // Locked before any call, as where tasks are opened: otherwise the two
    // could wait for each other while somebody waits to change the rules.
    await rules.book(sql, now)
  }
  await lockContacts(sql, task_id, command, rules.default_country)
  const task = await lockTaskInCall(sql, task_id)
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

  const call = concernsCall(command)
    ? (await selectCalls(sql, [task.person_id])).get(task.person_id)
    : undefined
  const others = (call ?? []).filter(({ id }) => id !== task_id)
  const situationAt = await situationsOf(sql, [task, ...others], rules, now)
  const commanded = (each: Task): Situation => ({
    ...situationAt(each).situation,
    actor_id,
  })
  const situations: [Situation, ...Situation[]] = [
    {
      ...commanded(task),
      is_keyed: idempotency_key !== null,
      ...(await lastWords(sql, task, command, idempotency_key)),
    },
  ]
  for (const other of others) {
    situations.push({
      ...commanded(other),
      ...(needsLastAttempt(command) && {
        last_attempt: await selectLastAttempt(sql, other.id),
      }),
    })
  }
  const decisions = decideCall(situations, command, knows_of_call)
  const [decision = UNCHANGED] = decisions
  if (idempotency_key !== null) {
    await commandKeys.insert(sql, task_id, idempotency_key, fingerprint, now)
  }
  const changing = situations.flatMap((each, index) => {
    const decision = decisions[index]
    return decision && decision.activities.length > 0
      ? [{ situation: each, decision }]
      : []
  })
  if (changing.length === 0) {
    return unchanged
  }
  const withdrawn: string[] = []
  for (const { decision } of changing) {
    const request = decision.withdraws?.request
    if (request) {
      withdrawn.push(...(await withdrawRequest(sql, request, rules, now)))
    }
  }
  const changes = await writeDecisions(
    sql,
    changing.map(({ situation: each, decision }) =>
      decided(
        each,
        decision,
        rulesAfter(command, situationAt(each.task).taskRules)
      )
    ),
    now
  )
  const change: Change = {
    task: changes.find((each) => each.task.id === task_id)?.task ?? task,
    event_ids: [...withdrawn, ...changes.flatMap(({ event_ids }) => event_ids)],
  }
  await followCommand(
    sql,
    { before: task, command, actor_id, decision, changes, opening },
    change,
    rules,
    now,
    open
  )
  return change
}

const needsLastAttempt = ({ kind }: Command): boolean =>
  kind === "withdraw_attempt" ||
  kind === "message_failed" ||
  kind === "record_attempt" ||
  kind === "deed"

/** Whether all that may be left of the command is its note. */
function mayOnlyNote({ status }: Task, command: Command): boolean {
  switch (command.kind) {
    case "complete":
    case "deed":
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
 * Locks whose contacts a command may bring or change, and their calls, before
 * the task: see `lockPersonsOf`.
 */
async function lockContacts(
  sql: Sql,
  task_id: string,
  command: Command,
  default_country: string | null
): Promise<void> {
  const brings =
    command.kind === "refresh"
      ? command.facts
      : "received_phone" in command && command.received_phone !== null
        ? { phone: command.received_phone }
        : asksForNumber(command)
          ? {}
          : null
  const task = brings && (await selectTask(sql, task_id))
  if (!task) {
    return
  }
  const phone_e164 =
    "phone" in brings
      ? toE164(brings.phone, task.country_code ?? default_country)
      : task.phone_e164
  const after = { ...task, ...brings, phone_e164 }
  if (asksForNumber(command) || !hasSameKeys(task, after)) {
    const keys = [...personKeys(task), ...personKeys(after)]
    await lockPersonsOf(sql, keys, [task.person_id])
  }
}

/** Whether a task may be opened, or open again under newer rules. */
const needsRules = (command: Command): boolean =>
  command.kind === "reopen" ||
  command.kind === "withdraw_attempt" ||
  asksForNumber(command)

/** Whether a task may be opened that asks for another number. */
const asksForNumber = (command: Command): boolean =>
  command.kind === "record_attempt" && command.outcome === "wrong_number"

/**
 * What a command may repeat or go on from. A key identifies a repeated command;
 * without one, an attempt or a note is compared with the last one.
 */
async function lastWords(
  sql: Sql,
  task: Task,
  command: Command,
  idempotency_key: string | null
): Promise<Pick<Situation, "last_attempt" | "last_note">> {
  return {
    last_attempt: needsLastAttempt(command)
      ? await selectLastAttempt(sql, task.id)
      : null,
    last_note:
      (command.kind === "note" && idempotency_key === null) ||
      mayOnlyNote(task, command)
        ? await selectLastNote(sql, task.id)
        : null,
  }
}

/** Identifies a command without storing the personal data in it. */
function fingerprintOf(command: Command, actor_id: string | null): string {
  return createHash("sha256")
    .update(JSON.stringify({ ...command, actor_id }))
    .digest("base64url")
}
