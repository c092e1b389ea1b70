import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../../../modules/follow-up"
import {
  type NamedRecord,
  namedRecords,
} from "../../../../modules/follow-up/rules/named-records"
import { parsePlaybook } from "../../../../modules/follow-up/rules/parse-playbook"
import type { PlaybookDefinition } from "../../../../modules/follow-up/rules/playbook"
import { fault } from "../../../../modules/follow-up/rules/playbook-fault"
import type { RuleBook } from "../../../../modules/follow-up/rules/rule-book"
import type FollowUpModuleService from "../../../../modules/follow-up/service"
import { knownToPlaybooks } from "./known-to-playbooks"

const MUST_BE: Record<NamedRecord["kind"], string> = {
  user: "must be the id of a user of this store",
  canned_answer: "must be the id of a canned answer of the shop, or null",
}

/**
 * A playbook's definition as it was sent, checked. Whom and what it names must
 * be there; what it named before may stay, though it has been deleted since.
 *
 * @param before - what the playbook says now; null for a new one
 * @throws MedusaError INVALID_DATA that names the field which is wrong, what
 * it was and what it may be
 */
export async function definitionToSave(
  type: string,
  definition: unknown,
  before: PlaybookDefinition | null,
  book: RuleBook,
  container: MedusaContainer
): Promise<PlaybookDefinition> {
  const parsed = parsePlaybook(
    type,
    definition,
    knownToPlaybooks(book, container)
  )
  const kept = before ? namedRecords(before) : []
  const added = namedRecords(parsed).filter(
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
  return parsed
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
  const answers = await container
    .resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
    .cannedAnswers()
  return new Set(answers.map(({ id }) => id))
}

function idsOf(kind: NamedRecord["kind"], named: NamedRecord[]): string[] {
  return named.flatMap((one) => (one.kind === kind ? [one.id] : []))
}
