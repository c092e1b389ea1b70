import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { demoPassword } from "./people"

/**
 * Creates a login with an e-mail address and the demo's password.
 *
 * @returns the identity to link an account to
 */
export async function ensureLogin(
  container: MedusaContainer,
  email: string
): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [existing] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: "emailpass" },
  })
  if (existing) {
    return existing.id
  }
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password: demoPassword },
  })
  if (!authIdentity) {
    throw new Error(`${email} cannot be given a login: ${error}`)
  }
  return authIdentity.id
}
