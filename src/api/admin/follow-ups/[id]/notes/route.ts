import { noteTaskWorkflow } from "../../../../../workflows/follow-up/note-task"
import { commandRoute } from "../../run-command"

/** Adds a note to the task's history. */
export const POST = commandRoute(noteTaskWorkflow)
