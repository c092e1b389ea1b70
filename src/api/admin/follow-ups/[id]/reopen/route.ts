import { reopenTaskWorkflow } from "../../../../../workflows/follow-up/reopen-task"
import { commandRoute } from "../../run-command"

/** Reopens a closed task. */
export const POST = commandRoute(reopenTaskWorkflow)
