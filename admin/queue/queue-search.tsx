import { forwardRef, useEffect, useRef, useState } from "react"
import { useText } from "../i18n/use-text"
import { SearchBox } from "../task/search-box"

/** Long enough for the next letter, short enough to feel immediate. */
const SETTLED_AFTER_MS = 250

/** Typing settles before the list follows; Escape empties, then leaves. */
export const QueueSearch = forwardRef<
  HTMLInputElement,
  { value: string; onChange: (value: string) => void }
>(({ value, onChange }, ref) => {
  const t = useText()
  const [typed, setTyped] = useState(value)
  const sent = useRef(value)

  // The address changed by other means: back, a link, cleared filters.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setTyped(value)
    }
  }, [value])

  useEffect(() => {
    if (typed === sent.current) {
      return
    }
    const timeout = setTimeout(() => {
      sent.current = typed
      onChange(typed)
    }, SETTLED_AFTER_MS)
    return () => clearTimeout(timeout)
  }, [typed, onChange])

  return (
    <SearchBox
      ref={ref}
      value={typed}
      aria-label={t("queue.search")}
      placeholder={t("queue.searchHint")}
      aria-keyshortcuts="/"
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          if (typed === "") {
            event.currentTarget.blur()
          }
          setTyped("")
        }
      }}
      className="lg:w-64"
    />
  )
})
QueueSearch.displayName = "QueueSearch"
