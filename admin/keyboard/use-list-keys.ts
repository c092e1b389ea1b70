import { useRef, type KeyboardEvent, type RefObject } from "react"
import { useKeys } from "./use-keys"

/** Only the first nine buttons of a list have a digit. */
export const DIGITS = 9

const STEPS: Record<string, 1 | -1> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
}

/**
 * Keys of a list of buttons: arrows, Home and End move within it, digits press
 * one of the first nine from anywhere in the sheet. Spread `list` on its
 * container.
 *
 * @param sheet - without it, digits do nothing
 * @param isTaken - whether a digit that was pressed at that moment counts
 */
export const useListKeys = <TList extends HTMLElement>(
  sheet?: RefObject<Element>,
  isTaken: (pressedAt: number) => boolean = () => true
) => {
  const ref = useRef<TList>(null)
  useKeys(
    Object.fromEntries(
      Array.from({ length: sheet ? DIGITS : 0 }, (_, index) => [
        String(index + 1),
        (pressedAt: number) => {
          if (isTaken(pressedAt)) {
            buttonsOf(ref.current)[index]?.click()
          }
        },
      ])
    ),
    sheet
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const shown = buttonsOf(ref.current).filter(
      (button) => !button.disabled && button.offsetParent !== null
    )
    const at = shown.findIndex((button) => button === event.target)
    const step = STEPS[event.key]
    const next =
      event.key === "Home"
        ? shown[0]
        : event.key === "End"
          ? shown.at(-1)
          : step && shown.at((at + step) % shown.length)
    if (at >= 0 && next) {
      event.preventDefault()
      next.focus()
    }
  }
  return {
    list: { ref, onKeyDown },
    /** For Enter and the arrow down in a search field above the list. */
    focusFirst: () => buttonsOf(ref.current)[0]?.focus(),
  }
}

export function buttonsOf(list: HTMLElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll("button") ?? [])]
}
