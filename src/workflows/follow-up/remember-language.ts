import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { clockOf } from "../../clock"
import { FOLLOW_UP_MODULE } from "../../modules/follow-up"

export type RememberLanguageInput = {
  user_id: string
  /** A language tag. */
  language: string
}

const rememberLanguageStep = createStep(
  "remember-language",
  async ({ user_id, language }: RememberLanguageInput, { container }) => {
    await container
      .resolve(FOLLOW_UP_MODULE)
      .rememberLanguage(user_id, language, clockOf(container).now())
    return new StepResponse(language)
  }
)

/** Remembers in which language a user has the dashboard. */
export const rememberLanguageWorkflow = createWorkflow(
  { name: "follow-ups-remember-language" },
  (input: RememberLanguageInput) =>
    new WorkflowResponse(rememberLanguageStep(input))
)
