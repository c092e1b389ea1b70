import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  fault,
  FOLLOW_UP_MODULE,
  type NamedRecord,
  namedRecords,
  ownCodeOf,
  parsePlaybook,
  playbookVocabulary,
  type RuleChange,
} from "../../modules/follow-up"
import { clockOf } from "../../clock"

const MUST_BE: Record<NamedRecord["kind"], string> = {
  user: "must be the id of a user of this store",
  canned_answer: "must be the id of a canned answer of the shop, or null",
}

/**
 * Refuses a playbook that names a user or a canned answer that there is not.
 * What it named before may stay, though it has been deleted since.
 *
 * @throws MedusaError INVALID_DATA that names the field which is wrong, what
 * it was and what it may be
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
  const own_code = ownCodeOf(container, settings)
  const named = namedRecords(
    parsePlaybook(
      type,
      change.definition,
      playbookVocabulary(book, settings, own_code)
    )
  )
  const kept = before ? namedRecords(before.definition) : []
  const added = named.filter(
    ({ kind, id }) => !kept.some((one) => one.kind === kind && one.id === id)
  )
  const there = {
    user: await usersThereAre(added, container),
    canned_answer: await cannedAnswersThereAre(added, container),
  }
  const missing = added.find(({ kind, id }) => !there[kind].has(id))
  if (missing) {
    throw fault(missing.path, missing.id, MUST_BE[missing.kind])
  }
}

async function usersThereAre(
  named: NamedRecord[],
  container: MedusaContainer
): Promise<Set<string>> {
  const ids = idsOf("user", named)
  if (ids.length === 0) {
    return new Set()
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id: ids }, { select: ["id"], take: ids.length })
  return new Set(users.map(({ id }) => id))
}

async function cannedAnswersThereAre(
  named: NamedRecord[],
  container: MedusaContainer
): Promise<Set<string>> {
  if (idsOf("canned_answer", named).length === 0) {
    return new Set()
  }
  const answers = await container.resolve(FOLLOW_UP_MODULE).cannedAnswers()
  return new Set(answers.map(({ id }) => id))
}

function idsOf(kind: NamedRecord["kind"], named: NamedRecord[]): string[] {
  return named.flatMap((one) => (one.kind === kind ? [one.id] : []))
}
