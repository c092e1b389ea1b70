import type { Sql } from "../../../postgres/sql"
import { triggeredBy } from "../rules/playbooks/triggered-by"
import type { RuleBook } from "../rules/rule-book"
import { watermarks } from "../tables"
import type { OpenRequest } from "../task/open-request"
import type { Outcome } from "./open-tasks"

/** A type and a trigger with which its tasks were asked for. */
export type AskedInVain = {
  type: string
  trigger: string
  /** When it was asked for first since nothing is opened for it. */
  since: Date
}

const PREFIX = "asked_in_vain"

/**
 * Records which tasks were asked for that no playbook opens, because none of
 * the type has the trigger. Comes last in a transaction: others may wait for
 * what it writes.
 *
 * @returns those that were not known yet
 */
export async function noteAskedInVain(
  sql: Sql,
  requests: readonly OpenRequest[],
  { not_opened }: Pick<Outcome, "not_opened">,
  now: Date
): Promise<AskedInVain[]> {
  const names = not_opened.flatMap(({ index, reason }) => {
    const request = requests[index]
    return request && reason === "no_trigger"
      ? [nameOf({ type: request.type, trigger: triggerOf(request) })]
      : []
  })
  const noted: AskedInVain[] = []
  for (const name of [...new Set(names)].sort()) {
    if (await watermarks.markDone(sql, name, now)) {
      noted.push(read({ name, since: now }))
    }
  }
  return noted
}

/** What is still asked for in vain, by these rules. */
export async function selectAskedInVain(
  sql: Sql,
  { playbooks }: Pick<RuleBook, "playbooks">
): Promise<AskedInVain[]> {
  const noted = await watermarks.list(sql, `${PREFIX}:`)
  return noted
    .map(({ name, position }) => read({ name, since: position }))
    .filter(
      ({ type, trigger }) =>
        !triggeredBy(trigger, playbooks).some((each) => each.type === type)
    )
}

/** Forgets what these rules open again, so that it counts anew afterwards. */
export async function forgetAnswered(
  sql: Sql,
  book: Pick<RuleBook, "playbooks">
): Promise<void> {
  const noted = await watermarks.list(sql, `${PREFIX}:`)
  const inVain = (await selectAskedInVain(sql, book)).map(nameOf)
  const answered = noted
    .map(({ name }) => name)
    .filter((name) => !inVain.includes(name))
  await watermarks.forget(sql, answered)
}

/** The trigger that a request comes with; `manual` unless it says so. */
export function triggerOf({
  judgement,
  trigger = "manual",
}: Pick<OpenRequest, "judgement" | "trigger">): string {
  return judgement?.trigger ?? trigger
}

function nameOf({ type, trigger }: Pick<AskedInVain, "type" | "trigger">) {
  return [PREFIX, type, trigger].join(":")
}

function read({ name, since }: { name: string; since: Date }): AskedInVain {
  const [, type = "", trigger = ""] = name.split(":")
  return { type, trigger, since }
}
