import type { MedusaContainer } from "@medusajs/framework/types"
import {
  checkTextsInTurn,
  FOLLOW_UP_MODULE,
  type NamedRecord,
  namedRecords,
  parsePlaybook,
  playbookRefusal,
  playbookVocabulary,
  type RuleChange,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"
import { usersThereAre } from "../../shop/users"

const UNKNOWN = {
  user: "unknown_user",
  canned_answer: "unknown_canned_answer",
} as const satisfies Record<NamedRecord["kind"], string>

/**
 * Refuses a playbook that names a user or a canned answer that does not exist.
 * Names that it had before may stay, even if they have been deleted since.
 *
 * @throws Refusal that names the invalid field, its value and the allowed ones
 */
export async function checkNamedRecords(
  change: RuleChange,
  container: MedusaContainer
): Promise<void> {
  if (
    (change.kind !== "create_playbook" && change.kind !== "update_playbook") ||
    change.definition === undefined
  ) {
    return
  }
  const followUp = container.resolve(FOLLOW_UP_MODULE)
  const book = await followUp.readRuleBook(clockOf(container).now())
  const before = book.playbooks.find(({ id }) => id === change.id)
  const type = change.kind === "create_playbook" ? change.type : before?.type
  if (type === undefined) {
    return
  }
  const { settings } = followUp
  await checkTextsInTurn(change.definition.scripts, settings.script_variables)
  const named = namedRecords(
    parsePlaybook(type, change.definition, playbookVocabulary(book, settings))
  )
  const kept = before ? namedRecords(before.definition) : []
  const added = named.filter(
    ({ kind, id }) => !kept.some((one) => one.kind === kind && one.id === id)
  )
  const there = {
    user: idsIn(await usersThereAre(idsOf("user", added), container)),
    canned_answer: await cannedAnswersThereAre(added, container),
  }
  const missing = added.find(({ kind, id }) => !there[kind].has(id))
  if (missing) {
    const code = UNKNOWN[missing.kind]
    throw playbookRefusal(code, { was: missing.id }, missing.path)
  }
}

async function cannedAnswersThereAre(
  named: NamedRecord[],
  container: MedusaContainer
): Promise<Set<string>> {
  if (idsOf("canned_answer", named).length === 0) {
    return new Set()
  }
  return idsIn(await container.resolve(FOLLOW_UP_MODULE).cannedAnswers())
}

function idsIn(records: { id: string }[]): Set<string> {
  return new Set(records.map(({ id }) => id))
}

function idsOf(kind: NamedRecord["kind"], named: NamedRecord[]): string[] {
  return named.flatMap((one) => (one.kind === kind ? [one.id] : []))
}
