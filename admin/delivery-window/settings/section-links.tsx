import type { MouseEvent } from "react"
import { useText } from "../../i18n/use-text"
import { keepInPlace } from "../../task/keep-in-place"
import { TOUCH_HEIGHT } from "../../task/touch-height"

/** The sections below the windows, by where a link leads. */
export const SECTIONS = {
  calendar: "coming-weeks",
  exceptions: "dates-that-differ",
  messages: "what-customers-are-told",
} as const

const ORDER = ["calendar", "exceptions", "messages"] as const

const GAP = 12

/**
 * Left to itself, the browser scrolls the dashboard's frame as well, and leaves
 * the section when what is above it has loaded.
 */
const show = (event: MouseEvent, id: string) => {
  const section = document.getElementById(id)
  const page = section?.closest("main")
  if (section && page) {
    event.preventDefault()
    keepInPlace(() => {
      const { top } = section.getBoundingClientRect()
      page.scrollBy(0, top - page.getBoundingClientRect().top - GAP)
    }, section.parentElement)
    section.focus({ preventScroll: true })
  }
}

/** Many windows make a long page. */
export const SectionLinks = () => {
  const t = useText()
  return (
    <nav
      aria-label={t("delivery.settings.sections")}
      className="txt-compact-small flex flex-wrap gap-x-4 px-6 py-2 max-lg:px-4"
    >
      {ORDER.map((section) => (
        <a
          key={section}
          href={`#${SECTIONS[section]}`}
          onClick={(event) => show(event, SECTIONS[section])}
          className={`${TOUCH_HEIGHT} text-ui-fg-base hover:text-ui-fg-subtle focus-visible:shadow-borders-focus inline-flex items-center rounded py-1 underline outline-none`}
        >
          {t(`delivery.${section}.title`)}
        </a>
      ))}
    </nav>
  )
}
