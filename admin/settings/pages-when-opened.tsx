import { lazy, Suspense } from "react"
import { PageSkeleton } from "./page-skeleton"
import { SettingsTexts } from "./settings-texts"

type PageName = keyof typeof import("./pages")

/**
 * The desk works without the settings, so their pages are loaded lazily. They
 * share one chunk, since users open several of them in a row.
 */
const whenOpened = (name: PageName) => {
  const Page = lazy(async () => ({ default: (await import("./pages"))[name] }))
  return function PageWhenOpened() {
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
