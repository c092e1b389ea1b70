import { completeTaskWorkflow } from "../../../../../workflows/follow-up/complete-task"
import { commandRoute } from "../../run-command"

/** Completes the task with an outcome that its type allows. */
export const POST = commandRoute(completeTaskWorkflow)
