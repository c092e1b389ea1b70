import { useEffect } from "react"

/** What is in front of the title now. */
let shown = ""

/**
 * Keeps the count in front of the title of the browser's tab, whatever title
 * the dashboard gives its pages; none if it is zero.
 */
export const useCountInTitle = (count: number): void => {
  useEffect(() => {
    const show = () => putInFront(count > 0 ? `(${count}) ` : "")
    show()
    const changes = new MutationObserver(show)
    changes.observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    return () => {
      changes.disconnect()
      putInFront("")
    }
  }, [count])
}

function putInFront(prefix: string): void {
  const bare = document.title.startsWith(shown)
    ? document.title.slice(shown.length)
    : document.title
  shown = prefix
  if (document.title !== prefix + bare) {
    document.title = prefix + bare
  }
}
