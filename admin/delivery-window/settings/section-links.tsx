import { useText } from "../../i18n/use-text"
import { TOUCH_HEIGHT } from "../../task/touch-height"

/** The sections below the windows, by where a link leads. */
export const SECTIONS = {
  calendar: "coming-weeks",
  exceptions: "dates-that-differ",
  messages: "what-customers-are-told",
} as const

const ORDER = ["calendar", "exceptions", "messages"] as const

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
          className={`${TOUCH_HEIGHT} text-ui-fg-interactive hover:text-ui-fg-interactive-hover focus-visible:shadow-borders-focus inline-flex items-center rounded py-1 outline-none`}
        >
          {t(`delivery.${section}.title`)}
        </a>
      ))}
    </nav>
  )
}
