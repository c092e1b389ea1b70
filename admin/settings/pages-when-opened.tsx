import { lazy, Suspense, useEffect, type ComponentType } from "react"
import { PageSkeleton } from "./page-skeleton"
import { SettingsTexts } from "./settings-texts"

type PageName = keyof typeof import("./pages")

const loadPages = async () => await import("./pages")

/**
 * The desk works without the settings, so their pages are loaded lazily. Most
 * share one chunk, since users open several of them in a row.
 */
const pageWhenOpened = (name: PageName) =>
  whenOpened(async () => ({ default: (await loadPages())[name] }))

const whenOpened = (load: () => Promise<{ default: ComponentType }>) => {
  const Page = lazy(load)
  return function PageWhenOpened() {
    // In parallel with the texts; if it fails, rendering `Page` reports it.
    useEffect(() => void load().catch(() => undefined), [])
    return (
      <SettingsTexts meanwhile={<PageSkeleton />}>
        <Suspense fallback={<PageSkeleton />}>
          <Page />
        </Suspense>
      </SettingsTexts>
    )
  }
}

export const CalendarPage = pageWhenOpened("CalendarPage")
export const CalendarsPage = pageWhenOpened("CalendarsPage")
export const CreateCalendarPage = pageWhenOpened("CreateCalendarPage")
export const CannedAnswerPage = pageWhenOpened("CannedAnswerPage")
export const CannedAnswersPage = pageWhenOpened("CannedAnswersPage")
export const PlaybookPage = pageWhenOpened("PlaybookPage")
export const PlaybooksPage = pageWhenOpened("PlaybooksPage")
export const SharedContactsPage = whenOpened(async () => ({
  default: (await import("./shared-contacts/shared-contacts-page"))
    .SharedContactsPage,
}))
