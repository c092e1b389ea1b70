import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"
import { FOLLOW_UP_MODULE } from "../../../modules/follow-up"
import {
  type ConditionHandlers,
  conditionsOf,
  type CustomConditionFacts,
} from "../../../modules/follow-up/custom-conditions"
import type FollowUpModuleService from "../../../modules/follow-up/service"

/** A condition that asks another machine must not hold up the desk for longer. */
const PATIENCE_MS = 3_000

/**
 * What the shop's own conditions answer for each of these orders or customers,
 * in their order. A condition that fails or
 * takes too long is reported, and has no answer: then it is not met, and the
 * task opens as if it were not there.
 */
export async function askCustomConditions(
  asked: CustomConditionFacts[],
  names: readonly string[],
  container: MedusaContainer
): Promise<Map<string, boolean>[]> {
  const handlers = handlersIn(container)
  return await Promise.all(
    asked.map(async (facts) => {
      const answers = await Promise.all(
        names.map(async (name) => ({
          name,
          answer: await answer(name, handlers, facts, container),
        }))
      )
      return new Map(
        answers.flatMap(({ name, answer }) =>
          answer === null ? [] : [[name, answer] as const]
        )
      )
    })
  )
}

/** The names of the shop's own conditions. */
export function registeredIn(container: MedusaContainer): string[] {
  return Object.keys(handlersIn(container))
}

function handlersIn(container: MedusaContainer): ConditionHandlers {
  const { settings } =
    container.resolve<FollowUpModuleService>(FOLLOW_UP_MODULE)
  return conditionsOf(container, settings)
}

async function answer(
  name: string,
  handlers: ConditionHandlers,
  facts: CustomConditionFacts,
  container: MedusaContainer
): Promise<boolean | null> {
  const patience = new AbortController()
  try {
    const tooLate = sleep(PATIENCE_MS, null, { signal: patience.signal })
    const answer = await Promise.race([
      handlers[name]?.evaluate(facts, container),
      tooLate.catch(() => null),
    ])
    if (typeof answer !== "boolean") {
      reportNoAnswer(name, facts, null, container)
      return null
    }
    return answer
  } catch (error) {
    reportNoAnswer(name, facts, error, container)
    return null
  } finally {
    patience.abort()
  }
}

function reportNoAnswer(
  name: string,
  { order_id, customer_id }: CustomConditionFacts,
  error: unknown,
  container: MedusaContainer
): void {
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `follow-ups: the condition "${name}" gave no answer for ${order_id ?? customer_id} and counts as not met`,
      error instanceof Error ? error : undefined
    )
}
