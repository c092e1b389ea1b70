import { createContext, useContext, useEffect } from "react"

/**
 * The ways into the sections of the open sheet, for outcomes that are recorded
 * by what is done in one.
 */
export class SectionEntries {
  private readonly entries = new Map<string, () => void>()
  private wanted: string | null = null

  /** @returns whether the sheet has such a section about the task */
  enter(section: string, taskId: string): boolean {
    const enter = this.entries.get(keyOf(section, taskId))
    enter?.()
    return enter !== undefined
  }

  /** Enters it as soon as it is drawn. */
  want(section: string, taskId: string): void {
    this.wanted = keyOf(section, taskId)
  }

  /** @returns what takes it away again */
  add(section: string, taskId: string, enter: () => void): () => void {
    const key = keyOf(section, taskId)
    this.entries.set(key, enter)
    if (this.wanted === key) {
      this.wanted = null
      enter()
    }
    return () => {
      if (this.entries.get(key) === enter) {
        this.entries.delete(key)
      }
    }
  }
}

const MARKED = "[aria-current]"

/**
 * Where a key goes that leads from place to place of a sheet: to that of the
 * marked task, and then to the one after the one with the focus.
 *
 * @param needed - those to go to sooner than to the others
 */
export function nextPlace(
  places: readonly Element[],
  needed = "*"
): Element | undefined {
  const at = places.findIndex((one) => one.contains(document.activeElement))
  const ahead = [...places.slice(at + 1), ...places.slice(0, at + 1)]
  const marked = at < 0 ? places.find((one) => one.closest(MARKED)) : undefined
  return marked ?? ahead.find((one) => one.matches(needed)) ?? ahead[0]
}

const keyOf = (section: string, taskId: string) => `${section} ${taskId}`

export const SectionEntriesOfSheet = createContext<SectionEntries | null>(null)

/** Says how the focus gets to where a section is worked with. */
export const useSectionEntry = (
  section: string,
  taskIds: readonly string[],
  enter: () => void
): void => {
  const entries = useContext(SectionEntriesOfSheet)
  useEffect(() => {
    const added = taskIds.map((id) => entries?.add(section, id, enter))
    return () => added.forEach((remove) => remove?.())
  })
}
