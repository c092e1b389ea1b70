import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Command } from "../../modules/follow-up"
import { commandTask } from "./command-task"
import { deliverEventsStep } from "../desk/deliver-outbox"

/** What every command on a task is given beside its own input. */
export type CommandInput = {
  /** The task. */
  id: string
  /** The user who commands; null where a program does. */
  actor_id: string | null
  /** The same key with the same input changes nothing the second time. */
  idempotency_key?: string | null
}

/** The answer of every command: the task's id, to read it as it now is. */
export type CommandResult = { id: string }

/**
 * The workflow of one command: decide and write it down, then deliver its
 * events. The first step has no compensation: it writes down what a person
 * did, which a later failure does not undo.
 *
 * @param toCommand - from the workflow's input to the command
 */
export function commandWorkflow<Input extends CommandInput>(
  name: string,
  toCommand: (input: Input) => Command
): ReturnWorkflow<Input, CommandResult, []> {
  const commandStep = createStep(
    `${name}-step`,
    async (input: Input, { container }) => {
      const { task, event_ids } = await commandTask(
        {
          task_id: input.id,
          actor_id: input.actor_id,
          idempotency_key: input.idempotency_key,
          command: toCommand(input),
        },
        container
      )
      return new StepResponse({ id: task.id, event_ids })
    }
  )

  return createWorkflow({ name }, (input: WorkflowData<Input>) => {
    const change = commandStep(input)
    const event_ids = transform({ change }, ({ change }) => change.event_ids)
    deliverEventsStep(event_ids)
    const result = transform({ change }, ({ change }) => ({ id: change.id }))
    return new WorkflowResponse(result)
  })
}
