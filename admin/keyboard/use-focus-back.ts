import { useRef } from "react"

/**
 * Where the focus was when a drawer was opened, which gets it back: a drawer
 * that no trigger of its own opened leaves it nowhere.
 */
export function useFocusBack(): {
  remember: () => void
  giveBack: (event: Event) => void
} {
  const opener = useRef<Element | null>(null)
  return {
    remember: () => {
      opener.current = document.activeElement
    },
    giveBack: (event) => {
      event.preventDefault()
      const { current } = opener
      if (current instanceof HTMLElement && current.isConnected) {
        current.focus({ preventScroll: true })
      }
    },
  }
}
