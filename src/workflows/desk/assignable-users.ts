import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { assigns, type RuleBook } from "../../modules/follow-up"

/** More people than any order desk has. */
const MOST_USERS = 1_000

/**
 * The users that new tasks may be given to: those that there are now. None are
 * read where no playbook gives its tasks to anybody.
 */
export async function assignableUsers(
  { playbooks }: Pick<RuleBook, "playbooks">,
  container: MedusaContainer
): Promise<string[]> {
  if (!playbooks.some((playbook) => playbook.enabled && assigns(playbook))) {
    return []
  }
  const users = await container
    .resolve(Modules.USER)
    .listUsers({}, { select: ["id"], take: MOST_USERS })
  return users.map(({ id }) => id)
}
