import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { peopleById } from "../present-people"

/** The shop, and the person of it who calls; empty where there is no name. */
export async function whoSpeaks(
  user_id: string | null,
  container: MedusaContainer
): Promise<{ shop: string; agent: string }> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const people = await peopleById([user_id], container)
  const agent = user_id ? people.get(user_id) : undefined
  return {
    shop: store?.name ?? "",
    agent: agent && agent.name !== agent.email ? agent.name : "",
  }
}
