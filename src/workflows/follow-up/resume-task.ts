import { type CommandInput, commandWorkflow } from "./command-workflow"

/** Resumes a waiting task before its time. */
export const resumeTaskWorkflow = commandWorkflow<CommandInput>(
  "follow-ups-resume-task",
  () => ({ kind: "resume" })
)
