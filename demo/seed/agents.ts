import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { ensureLogin } from "./logins"
import { agents } from "./people"

/** The people at the order desk. */
export async function seedAgents(container: MedusaContainer): Promise<void> {
  const users = container.resolve(Modules.USER)
  for (const agent of agents) {
    const [existing] = await users.listUsers({ email: agent.email })
    if (!existing) {
      await createUserAccountWorkflow(container).run({
        input: {
          authIdentityId: await ensureLogin(container, agent.email),
          userData: agent,
        },
      })
    }
  }
}
