import type { ReactNode } from "react"
import { useText } from "../../i18n/use-text"
import type { CalendarDraft } from "./draft"
import type { Edit } from "./draft-reducer"
import { ExceptionsSection } from "./exceptions-section"
import { GeneralSection } from "./general-section"
import { PreviewSection } from "./preview-section"
import { problemsOf } from "./problems"
import type { Refusal, RefusalPlace } from "./refusal-place"
import { useDraftPreview } from "./use-draft-preview"
import { WeekSection } from "./week-section"

/** What a calendar says, with what is wrong with it beside each part. */
export const CalendarSections = ({
  draft,
  tried,
  refusal,
  isNew,
  onEdit,
  children,
}: {
  draft: CalendarDraft
  /** Somebody wanted to save it: then what is missing is said too. */
  tried: boolean
  /** Why the server did not save it. */
  refusal: Refusal | null
  isNew?: boolean
  onEdit: (edit: Edit) => void
  /** Further sections. */
  children?: ReactNode
}) => {
  const t = useText()
  const problems = problemsOf(draft)
  const {
    preview,
    busy,
    refusal: previewRefusal,
  } = useDraftPreview(draft, problems)
  const refusals = [refusal, previewRefusal].filter((one) => one !== null)
  const refused = (part: RefusalPlace["part"]): string[] => [
    ...new Set(
      refusals
        .filter(({ place }) => place.part === part)
        .map(({ message }) => message)
    ),
  ]
  const never = problems.neverOpens ? t("settings.calendars.neverOpens") : null

  return (
    <>
      <div role="alert" className="empty:hidden">
        {refused("page").map((message) => (
          <p
            key={message}
            data-wrong
            tabIndex={-1}
            className="outline-none bg-ui-tag-red-bg text-ui-tag-red-text txt-compact-small break-words rounded-lg px-6 py-3 max-lg:px-4"
          >
            {message}
          </p>
        ))}
      </div>
      {/* In a narrow window the preview follows the week that it is about. */}
      <div className="grid gap-3 xl:grid-cols-[minmax(0,1fr)_400px] xl:grid-rows-[auto_auto_auto_auto_1fr] [&>section]:min-w-0">
        <GeneralSection
          draft={draft}
          isNew={isNew}
          nameError={
            refused("name")[0] ??
            (problems.nameless && tried
              ? t("settings.calendars.nameNeeded")
              : null)
          }
          zoneError={refused("time_zone")[0] ?? null}
          onEdit={onEdit}
        />
        <WeekSection
          week={draft.week}
          wrong={never ? [never] : refused("week")}
          onEdit={onEdit}
        />
        <div className="min-w-0 xl:col-start-2 xl:row-[1/-1]">
          <div className="xl:sticky xl:top-0">
            <PreviewSection
              preview={preview}
              busy={busy}
              outdated={problems.wrongTimes}
              failure={never ?? previewRefusal?.message ?? null}
            />
          </div>
        </div>
        <ExceptionsSection
          draft={draft}
          wrong={refused("exceptions")}
          onEdit={onEdit}
        />
        {children}
      </div>
    </>
  )
}
