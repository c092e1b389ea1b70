import { resumeTaskWorkflow } from "../../../../../workflows/follow-up/resume-task"
import { commandRoute } from "../../run-command"

/** Resumes a waiting task. */
export const POST = commandRoute(resumeTaskWorkflow)
