import type { KeyboardEvent } from "react"
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
 */
export const useChoices = <TList extends HTMLElement>(
  onLeave: () => void,
  isTaken: (pressedAt: number) => boolean = () => true
) => {
  const { list, focusFirst } = useListKeys<TList>()
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
        if (isTaken(event.timeStamp)) {
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
