import type { RefObject } from "react"
import { insertVariable } from "./insert"

/** Inserts a variable where the caret of a field is, and goes on from there. */
export const useInsert =
  (
    area: RefObject<HTMLTextAreaElement | null>,
    text: string,
    onChange: (text: string) => void
  ) =>
  (name: string): void => {
    const field = area.current
    const changed = insertVariable(
      {
        text,
        start: field?.selectionStart ?? text.length,
        end: field?.selectionEnd ?? text.length,
      },
      name
    )
    onChange(changed.text)
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(changed.start, changed.end)
    })
  }
