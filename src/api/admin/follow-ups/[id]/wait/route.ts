import { waitTaskWorkflow } from "../../../../../workflows/follow-up/wait-task"
import { commandRoute } from "../../run-command"

/** Makes the task wait until a given time. */
export const POST = commandRoute(waitTaskWorkflow)
