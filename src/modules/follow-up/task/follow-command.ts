import type { Sql } from "../../../postgres/sql"
import { newRules } from "../rules/new-rules"
import type { RuleVersions } from "../rules/rule-versions"
import type { Command } from "./decide/command"
import type { Decision } from "./decide/decision"
import { hangUpElsewhere } from "./hang-up-elsewhere"
import { isActive } from "./is-active"
import { followContact, keepTogether } from "./join-calls"
import { isAskedFor, requestKeys, triggerOfRequest } from "./number-request"
import type { Judgement, OpenRequest, OpenTasks } from "./open-request"
import { runEach } from "./run-each"
import { selectCalls } from "./sql/persons"
import { selectTask, selectTasksOf } from "./sql/select-task"
import type { Task } from "./task"
import { waitsForNumber } from "./waits-for-number"
import type { Change } from "./write-decisions"

/** A command that was decided and written. */
type Written = {
  /** The task that it was addressed to, as it was before. */
  before: Task
  command: Command
  actor_id: string | null
  decision: Decision
  /** What it changed, of all the call. */
  changes: readonly Change[]
  opening?: { judgement?: Judgement }
}

/**
 * What a command brings about besides its decision: other calls end, tasks are
 * opened, and the task comes to the call and the rules that are its now.
 *
 * @param change - that of the task; what follows is added to it
 */
export async function followCommand(
  sql: Sql,
  { before, command, actor_id, decision, changes, opening }: Written,
  change: Change,
  rules: RuleVersions,
  now: Date,
  open: OpenTasks
): Promise<void> {
  const goOn = async (tasks: readonly Task[], next: Command) =>
    addTo(
      change,
      await runEach(
        sql,
        tasks.map((task) => ({ task, command: next })),
        rules,
        now,
        actor_id
      )
    )

  if (await followContact(sql, before, change.task, rules, now)) {
    change.task = (await selectTask(sql, before.id)) ?? change.task
  }
  if (command.kind === "start_calling" && actor_id !== null) {
    await hangUpElsewhere(sql, actor_id, before.person_id, rules, now)
  }
  if (decision.open) {
    const opened = await open(
      decision.open.map((asking) => ({
        ...asking,
        trigger: triggerOfRequest(before),
        judgement: opening?.judgement,
      }))
    )
    addTo(change, opened)
    if (opened.length === 0) {
      const waiting = changes.map(({ task }) => task).filter(waitsForNumber)
      const asking = await selectAsking(sql, waiting, decision.open)
      await goOn(
        waiting.filter((task) =>
          decision.open?.every(({ type }) => !isAskedFor(type, task, asking))
        ),
        { kind: "give_up_calling" }
      )
    }
  }
  if (!isActive(before) && isActive(change.task)) {
    // If the rules changed while it was closed, only active tasks were moved.
    const rulesOf = await rules.ofTasks(sql, [change.task])
    const { playbook, calendar } = newRules(
      change.task,
      rulesOf(change.task),
      await rules.book(sql, now)
    )
    await goOn([change.task], {
      kind: "change_rules",
      rules: { playbook, calendar: rules.compile(calendar) },
    })
  }
  addTo(change, await keepTogether(sql, before, change.task, rules, now))
}

/** What may ask for a number, though nothing was opened for it just now. */
async function selectAsking(
  sql: Sql,
  waiting: readonly Task[],
  requests: readonly Pick<OpenRequest, "type">[]
): Promise<Task[]> {
  const keys = waiting.flatMap((task) =>
    requests.flatMap(({ type }) => requestKeys(type, task))
  )
  const calls = await selectCalls(
    sql,
    waiting.map(({ person_id }) => person_id)
  )
  return [
    ...(await selectTasksOf(sql, { dedupe_key: keys })),
    ...[...calls.values()].flat(),
  ]
}

/** Adds what follows from a change of a task. */
function addTo(change: Change, others: readonly Change[]): void {
  for (const { task, event_ids } of others) {
    if (task.id === change.task.id) {
      change.task = task
    }
    change.event_ids.push(...event_ids)
  }
}
