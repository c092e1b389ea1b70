import type { AdminFollowUpScriptVariablesResponse } from "../../../src/api/admin/follow-ups/scripts/types"

/** A text with a caret or a selection. */
export type Selection = { text: string; start: number; end: number }

/** A variable as a text says it: the items of a list have to be joined. */
export function spoken({
  name,
  kind,
}: AdminFollowUpScriptVariablesResponse["variables"][number]): string {
  return kind === "list" ? `${name} | join: ", "` : name
}

/** Inserts a variable at the caret, replacing the selection. */
export function insertVariable(
  { text, start, end }: Selection,
  name: string
): Selection {
  const inserted = `{{ ${name} }}`
  const caret = start + inserted.length
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    start: caret,
    end: caret,
  }
}
