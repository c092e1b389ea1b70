import type { MedusaContainer } from "@medusajs/framework/types"
import { fireDueTimersWorkflow } from "../workflows/follow-up/fire-due-timers"
import "../workflows/handlers"
import { keepTicking } from "../workflows/follow-up/heartbeat"

keepTicking()

/** Fires due timers every five seconds. Runs may overlap. */
export default async function tick(container: MedusaContainer): Promise<void> {
  await fireDueTimersWorkflow(container).run({
    input: { is_scheduled: true },
  })
}

export const config = {
  name: "follow-ups-tick",
  schedule: "*/5 * * * * *",
}
