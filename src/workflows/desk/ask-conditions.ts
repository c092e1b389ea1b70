import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type ConditionHandlers,
  conditionsOf,
  type CustomConditionFacts,
  FOLLOW_UP_MODULE,
  type OwnAnswers,
} from "../../modules/follow-up"
import { withTimeout, TimedOut } from "./with-timeout"

/** A condition that asks another machine must not hold up the desk for longer. */
const PATIENCE_MS = 3_000

/**
 * What the shop's own conditions answer for each of these orders or customers,
 * in their order. One that fails or takes too long is reported, and its answer
 * is null.
 */
export async function askCustomConditions(
  asked: CustomConditionFacts[],
  names: readonly string[],
  container: MedusaContainer
): Promise<OwnAnswers[]> {
  const handlers = handlersIn(container)
  return await Promise.all(
    asked.map(
      async (facts) =>
        new Map(
          await Promise.all(
            names.map(
              async (name) =>
                [name, await answer(name, handlers, facts, container)] as const
            )
          )
        )
    )
  )
}

/** The names of the shop's own conditions. */
export function registeredIn(container: MedusaContainer): string[] {
  return Object.keys(handlersIn(container))
}

function handlersIn(container: MedusaContainer): ConditionHandlers {
  const { settings } = container.resolve(FOLLOW_UP_MODULE)
  return conditionsOf(container, settings)
}

async function answer(
  name: string,
  handlers: ConditionHandlers,
  facts: CustomConditionFacts,
  container: MedusaContainer
): Promise<boolean | null> {
  try {
    const answer: unknown = await withTimeout(
      Promise.resolve(handlers[name]?.evaluate(facts, container)),
      PATIENCE_MS,
      `it took more than ${PATIENCE_MS / 1_000} seconds`
    )
    if (typeof answer === "boolean") {
      return answer
    }
    const reason = `it answered with ${typeof answer}, not with true or false`
    reportNoAnswer(name, facts, reason, container)
  } catch (error) {
    if (error instanceof TimedOut) {
      reportNoAnswer(name, facts, error.message, container)
    } else {
      reportNoAnswer(name, facts, "it failed", container, error)
    }
  }
  return null
}

function reportNoAnswer(
  name: string,
  { order_id, customer_id }: CustomConditionFacts,
  reason: string,
  container: MedusaContainer,
  error?: unknown
): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `follow-ups: the condition "${name}" gave no answer for ${order_id ?? customer_id}, because ${reason}; while that is new, it is asked again once a minute`,
      error instanceof Error ? error : undefined
    )
}
