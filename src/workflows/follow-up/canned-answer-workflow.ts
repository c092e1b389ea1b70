import {
  createStep,
  createWorkflow,
  type ReturnWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type CannedAnswerChange,
  checkTextsInTurn,
  FOLLOW_UP_MODULE,
} from "../../modules/follow-up"
import { refuseUnstorable } from "../../refusals"
import { clockOf } from "../../clock"

/**
 * The workflow of one change of the canned answers. Nothing that could fail
 * follows its one step, so there is no compensation.
 *
 * @param toChange - maps the workflow's input to the change
 */
export function cannedAnswerWorkflow<Input extends object>(
  name: string,
  toChange: (input: Input) => CannedAnswerChange
): ReturnWorkflow<Input, { id: string }, []> {
  const changeStep = createStep(
    `${name}-step`,
    async (input: Input, { container }) => {
      refuseUnstorable(input)
      const followUp = container.resolve(FOLLOW_UP_MODULE)
      const change = toChange(input)
      if (change.kind !== "delete") {
        await checkTextsInTurn(
          change.content.texts,
          followUp.settings.script_variables
        )
      }
      const id = await followUp.changeCannedAnswers(
        change,
        clockOf(container).now()
      )
      return new StepResponse({ id })
    }
  )
  return createWorkflow(
    { name },
    (input: WorkflowData<Input>) => new WorkflowResponse(changeStep(input))
  )
}
