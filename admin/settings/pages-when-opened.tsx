import { lazy, Suspense, useEffect } from "react"
import { PageSkeleton } from "./page-skeleton"
import { SettingsTexts } from "./settings-texts"

type PageName = keyof typeof import("./pages")

const loadPages = async () => await import("./pages")

/**
 * The desk works without the settings, so their pages are loaded lazily. They
 * share one chunk, since users open several of them in a row.
 */
const whenOpened = (name: PageName) => {
  const Page = lazy(async () => ({ default: (await loadPages())[name] }))
  return function PageWhenOpened() {
    // In parallel with the texts; if it fails, rendering `Page` reports it.
    useEffect(() => void loadPages().catch(() => undefined), [])
    return (
      <SettingsTexts meanwhile={<PageSkeleton />}>
        <Suspense fallback={<PageSkeleton />}>
          <Page />
        </Suspense>
      </SettingsTexts>
    )
  }
}

export const CalendarPage = whenOpened("CalendarPage")
export const CalendarsPage = whenOpened("CalendarsPage")
export const CreateCalendarPage = whenOpened("CreateCalendarPage")
export const CannedAnswerPage = whenOpened("CannedAnswerPage")
export const CannedAnswersPage = whenOpened("CannedAnswersPage")
export const PlaybookPage = whenOpened("PlaybookPage")
export const PlaybooksPage = whenOpened("PlaybooksPage")
