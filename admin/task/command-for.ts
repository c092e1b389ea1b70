import type { Command } from "../api/command"
import type { OutcomeAction } from "./outcome-actions"

export type Answers = {
  note?: string
  /** For an action that asks for a time. */
  callBackAt?: Date
  /** For an action that asks for a number. */
  phone?: string
}

/** The one command that records how it went. */
export function commandFor(action: OutcomeAction, answers: Answers): Command {
  const { channel } = action
  const typedNote = answers.note?.trim()
  const typedPhone = answers.phone?.trim()
  const note = typedNote ? { note: typedNote } : {}
  const phone = typedPhone ? { phone: typedPhone } : {}
  switch (action.kind) {
    case "reached":
      return {
        name: "attempts",
        body: {
          channel,
          outcome: "reached",
          complete_with: action.outcome,
          ...note,
          ...phone,
        },
      }
    case "closed":
      return {
        name: "complete",
        body: { outcome: action.outcome, ...note, ...phone },
      }
    case "tried":
      return {
        name: "attempts",
        body: {
          channel,
          outcome: action.outcome,
          ...(answers.callBackAt && {
            call_back_at: answers.callBackAt.toISOString(),
          }),
          ...note,
        },
      }
  }
}
