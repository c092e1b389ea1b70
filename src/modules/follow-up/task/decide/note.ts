import { activity, type Decision, type Situation, UNCHANGED } from "./decision"

/** The same text by the same person within a minute is one note sent twice. */
const SAME_NOTE_MS = 60_000

/** Adds a note to the history, whatever the task's state. */
export function addNote(
  { now, actor_id, last_note }: Situation,
  note: string
): Decision {
  if (
    last_note !== null &&
    last_note.note === note &&
    last_note.actor_id === actor_id &&
    now.getTime() - last_note.at.getTime() < SAME_NOTE_MS
  ) {
    return UNCHANGED
  }
  return {
    changes: {},
    attempt: null,
    activities: [activity("noted", now, { note })],
  }
}
