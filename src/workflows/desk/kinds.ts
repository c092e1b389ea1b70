import type { MedusaContainer } from "@medusajs/framework/types"
import type { KindHandlers } from "../../desk/handlers"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"

/** What runs for the plugin's own kinds of work. */
const OWN_HANDLERS: readonly [kind: string, handlers: KindHandlers][] = []

/** What runs for each kind of work of this shop, the plugin's own first. */
export function handlersOf(
  container: Pick<MedusaContainer, "resolve">
): ReadonlyMap<string, KindHandlers> {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return new Map([
    ...OWN_HANDLERS,
    ...settings.extensions.map(
      ({ declaration, handlers = {} }) => [declaration.kind, handlers] as const
    ),
  ])
}
