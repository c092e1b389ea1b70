import type { MedusaContainer } from "@medusajs/framework/types"
import type { EscalationNotice } from "../task/outbox"
import type { Task } from "../task/task"

/** What a shop's own code does at a step of an escalation. */
export type EscalationActionHandler = {
  /** By language, for the settings pages. */
  label?: Readonly<Record<string, string>>
  /** At least once for each task and step; an error lets it run again later. */
  run(
    input: { task: Task; step: EscalationNotice },
    container: MedusaContainer
  ): Promise<void>
}

export type EscalationActions = Readonly<
  Record<string, EscalationActionHandler>
>

/** Where the shop's own code registers its actions in the container. */
export const FOLLOW_UP_ESCALATION_ACTIONS = "followUpEscalationActions"

/** The actions of the options, and those that the container has, by name. */
export function escalationActionsOf(
  container: Pick<MedusaContainer, "resolve">,
  { escalation_actions }: { escalation_actions: EscalationActions }
): EscalationActions {
  return {
    ...escalation_actions,
    ...container.resolve<EscalationActions | undefined>(
      FOLLOW_UP_ESCALATION_ACTIONS,
      { allowUnregistered: true }
    ),
  }
}
