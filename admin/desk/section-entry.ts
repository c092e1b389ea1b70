import { createContext, useContext, useEffect } from "react"
import type { PlaceOfDeed } from "../task/outcome-actions"

/** @returns whether it led to what records the outcome */
type Enter = (outcome: string) => boolean

/**
 * The ways into the sections of the open sheet, for outcomes that are recorded
 * by what is done in one.
 */
export class SectionEntries {
  private readonly entries = new Map<string, Enter>()
  private wanted: { key: string; outcome: string } | null = null

  /** @returns whether it led to what records the outcome */
  enter({ section, outcome }: PlaceOfDeed, taskId: string): boolean {
    return this.entries.get(keyOf(section, taskId))?.(outcome) ?? false
  }

  /** Enters it as soon as it is drawn. */
  want({ section, outcome }: PlaceOfDeed, taskId: string): void {
    this.wanted = { key: keyOf(section, taskId), outcome }
  }

  /** @returns what takes it away again */
  add(section: string, taskId: string, enter: Enter): () => void {
    const key = keyOf(section, taskId)
    this.entries.set(key, enter)
    if (this.wanted?.key === key) {
      const { outcome } = this.wanted
      this.wanted = null
      enter(outcome)
    }
    return () => {
      if (this.entries.get(key) === enter) {
        this.entries.delete(key)
      }
    }
  }
}

/** Marks what records an outcome in a section, by the outcome. */
export const doneAs = (outcome: string) => ({ "data-done-as": outcome })

/** What records an outcome in a part of a section; a button before a field. */
export function placeOfDeed(
  part: Element | undefined,
  outcome: string
): HTMLElement | null {
  const selector = `[data-done-as="${CSS.escape(outcome)}"]`
  return (
    part?.querySelector<HTMLElement>(`button${selector}`) ??
    part?.querySelector<HTMLElement>(selector) ??
    null
  )
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
  enter: Enter
): void => {
  const entries = useContext(SectionEntriesOfSheet)
  useEffect(() => {
    const added = taskIds.map((id) => entries?.add(section, id, enter))
    return () => added.forEach((remove) => remove?.())
  })
}
