import type { KeyboardEvent } from "react"
import { isTyping, TAKES_CHOICE } from "./listens"
import { buttonsOf, useListKeys } from "./use-list-keys"

/**
 * Keys of a list of buttons in a sheet that has digits of its own: while the
 * focus is in the list, arrows move and digits press one of the first nine.
 * Spread it on its container.
 *
 * @param onLeave - Escape was pressed in it
 */
export const useChoices = <TList extends HTMLElement>(onLeave: () => void) => {
  const { list } = useListKeys<TList>()
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
        buttonsOf(list.ref.current)[Number(event.key) - 1]?.click()
      } else {
        list.onKeyDown(event)
      }
    },
  }
}
