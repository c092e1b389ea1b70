import type { MedusaContainer } from "@medusajs/framework/types"
import { assigns, type RuleBook } from "../../modules/follow-up"
import { listUsers } from "../../shop/users"

/** More people than any order desk has. */
const MAX_USERS = 1_000

/**
 * The existing users that new tasks may be assigned to. None are read if no
 * playbook assigns its tasks.
 */
export async function assignableUsers(
  { playbooks }: Pick<RuleBook, "playbooks">,
  container: MedusaContainer
): Promise<string[]> {
  if (!playbooks.some((playbook) => playbook.enabled && assigns(playbook))) {
    return []
  }
  const users = await listUsers(MAX_USERS, container)
  return users.map(({ id }) => id)
}
