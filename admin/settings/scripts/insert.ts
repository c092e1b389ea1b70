/** A text with the caret, or what is selected, in it. */
export type Selection = { text: string; start: number; end: number }

/** Puts a variable where the caret is, in place of what is selected. */
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
