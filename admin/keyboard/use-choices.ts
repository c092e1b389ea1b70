import { useLayoutEffect, useRef, type KeyboardEvent } from "react"
import { choiceIn } from "./choice-key"
import { isTyping, TAKES_CHOICE } from "./listens"
import { useListKeys } from "./use-list-keys"

/**
 * Keys of a list of buttons in a sheet that has digits of its own: while the
 * focus is in the list, arrows move and digits press the button whose
 * `ChoiceKey` has them. Spread it on its container.
 *
 * @param onLeave - Escape was pressed in it
 * @param isTaken - whether a digit that was pressed at that moment counts
 * @param isBusy - what one of its buttons does is under way: the list, which can
 * have the focus then, keeps it, and digits do nothing
 */
export const useChoices = <TList extends HTMLElement>(
  onLeave: () => void,
  isTaken: (pressedAt: number) => boolean = () => true,
  isBusy = false
) => {
  const { list, focusFirst } = useListKeys<TList>()
  const pressed = useRef<Element | null>(null)
  useLayoutEffect(() => {
    const { current } = list.ref
    const focused = document.activeElement
    if (isBusy && focused !== current && current?.contains(focused)) {
      pressed.current = focused
      // A button that is disabled loses the focus to the page.
      current.focus({ preventScroll: true })
    } else if (!isBusy && focused === current) {
      if (pressed.current instanceof HTMLElement) {
        pressed.current.focus({ preventScroll: true })
      }
      pressed.current = null
    }
  }, [isBusy, list.ref])
  return {
    ...list,
    [TAKES_CHOICE]: "",
    onKeyDown: (event: KeyboardEvent) => {
      const modified = event.metaKey || event.ctrlKey || event.altKey
      if (event.key === "Escape") {
        onLeave()
      } else if (
        /^[1-9]$/.test(event.key) &&
        !modified &&
        !isTyping(event.target)
      ) {
        event.preventDefault()
        if (!isBusy && isTaken(event.timeStamp)) {
          choiceIn(list.ref.current, event.key)?.click()
        }
      } else if (event.target !== list.ref.current) {
        list.onKeyDown(event)
      } else if (/^Arrow(Up|Down)$/.test(event.key)) {
        event.preventDefault()
        focusFirst()
      }
    },
  }
}
