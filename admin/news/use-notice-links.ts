import { useEffect } from "react"
import { useNavigate } from "react-router-dom"

/** The link of one of our notices, which the bell shows as a file. */
const LINK = 'a[download][href*="/follow-ups"]'

/**
 * Opens the link of a notice in the bell as a page: the dashboard would download
 * it.
 */
export const useNoticeLinks = (): void => {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest(LINK) : null
      const to = /\/follow-ups(\?.*)?$/.exec(link?.getAttribute("href") ?? "")
      if (!to) {
        return
      }
      event.preventDefault()
      // The bell's drawer would stay open over the sheet.
      document.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true })
      )
      void navigate(to[0])
    }
    document.addEventListener("click", follow, { capture: true })
    return () =>
      document.removeEventListener("click", follow, { capture: true })
  }, [navigate])
}
