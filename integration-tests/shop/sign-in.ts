import { z } from "@medusajs/framework/zod"
import { demoPassword } from "../../demo/seed/people"

/** @returns the token of somebody who has the demo's password */
export async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  return z.object({ token: z.string() }).parse(await response.json()).token
}
