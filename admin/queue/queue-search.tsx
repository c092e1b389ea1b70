import { forwardRef, useCallback, useEffect, useRef, useState } from "react"
import { useText } from "../i18n/use-text"
import { SearchBox } from "../task/search-box"

/** Longer than a pause between letters, too short to be noticed. */
const SETTLED_AFTER_MS = 250

type QueueSearchProps = {
  value: string
  onChange: (value: string) => void
  /** The search submitted with Enter; null once it is edited again. */
  onEnter: (value: string | null) => void
}

/**
 * The list is filtered once typing pauses. Enter and arrow down move to the
 * list immediately; Escape clears the field, then leaves it.
 */
export const QueueSearch = forwardRef<HTMLInputElement, QueueSearchProps>(
  ({ value, onChange, onEnter }, ref) => {
    const t = useText()
    const [typed, setTyped] = useState(value)
    const sent = useRef(value)

    // The address was changed elsewhere: history, a link, cleared filters.
    useEffect(() => {
      if (value !== sent.current) {
        sent.current = value
        setTyped(value)
      }
    }, [value])

    const send = useCallback(
      (text: string) => {
        if (text !== sent.current) {
          sent.current = text
          onChange(text)
        }
      },
      [onChange]
    )
    useEffect(() => {
      const timeout = setTimeout(() => send(typed), SETTLED_AFTER_MS)
      return () => clearTimeout(timeout)
    }, [typed, send])

    return (
      <SearchBox
        ref={ref}
        value={typed}
        aria-label={t("queue.search")}
        placeholder={t("queue.searchHint")}
        aria-keyshortcuts="/"
        onChange={(event) => {
          setTyped(event.target.value)
          onEnter(null)
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            if (typed === "") {
              event.currentTarget.blur()
            }
            setTyped("")
          }
          if (
            (event.key === "Enter" || event.key === "ArrowDown") &&
            !event.nativeEvent.isComposing
          ) {
            event.preventDefault()
            send(typed)
            onEnter(typed)
          }
        }}
        className="lg:w-64"
      />
    )
  }
)
QueueSearch.displayName = "QueueSearch"
