import { type CommandInput, commandWorkflow } from "./command-workflow"

/** Brings a waiting task back before its time. */
export const resumeTaskWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-resume-task",
  () => ({ kind: "resume" })
)
