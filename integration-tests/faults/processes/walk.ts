import { asValue } from "@medusajs/framework/awilix"
import type { ExecArgs } from "@medusajs/framework/types"
import { FOLLOW_UP_CLOCK } from "../../../src/clock"
import { reconcileWorkflow } from "../../../src/workflows"

/** The reconciler leaves younger orders to their events. */
const LATER_MS = 60_000

/** A walk of the reconciler a minute from now. Run by `medusa exec`. */
export default async function walk({ container }: ExecArgs): Promise<void> {
  container.register(
    FOLLOW_UP_CLOCK,
    asValue({ now: () => new Date(Date.now() + LATER_MS) })
  )
  await reconcileWorkflow(container).run({ input: {} })
}
