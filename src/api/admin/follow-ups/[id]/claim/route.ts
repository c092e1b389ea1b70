import { claimTaskWorkflow } from "../../../../../workflows/follow-up/claim-task"
import { commandRoute } from "../../run-command"

/** Claims an unassigned task for the caller. */
export const POST = commandRoute(claimTaskWorkflow)
