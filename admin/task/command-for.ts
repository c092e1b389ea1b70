import type { Command } from "../api/command"
import type { OutcomeAction } from "./outcome-actions"

export type Answers = {
  note?: string
  /** For actions that ask for a time. */
  callBackAt?: Date
  /** For outcomes that ask for a phone number. */
  phone?: string
  /** The outcome's other answers, by field. */
  answers?: Record<string, string | number>
}

/** The command that records an outcome. */
export function commandFor(action: OutcomeAction, given: Answers): Command {
  const { channel } = action
  const typedNote = given.note?.trim()
  const typedPhone = given.phone?.trim()
  const note = typedNote ? { note: typedNote } : {}
  const asked = {
    ...(typedPhone && { phone: typedPhone }),
    ...(given.answers &&
      Object.keys(given.answers).length > 0 && { answers: given.answers }),
  }
  switch (action.kind) {
    case "reached":
      return {
        name: "attempts",
        body: {
          channel,
          outcome: "reached",
          complete_with: action.outcome,
          ...note,
          ...asked,
        },
      }
    case "closed":
      return {
        name: "complete",
        body: { outcome: action.outcome, ...note, ...asked },
      }
    case "tried":
      return {
        name: "attempts",
        body: {
          channel,
          outcome: action.outcome,
          ...(given.callBackAt && {
            call_back_at: given.callBackAt.toISOString(),
          }),
          ...note,
        },
      }
  }
}
