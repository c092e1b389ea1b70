import { Container, Heading, Skeleton, Text, clx } from "@medusajs/ui"
import { useId } from "react"
import { useMinute } from "../../clock/use-now"
import { zoneName } from "../../clock/zone-name"
import { useText } from "../../i18n/use-text"
import { previewDays, previewWeeks, type Preview } from "./preview-days"
import { PreviewWeek, PreviewScale } from "./preview-week"

/** A preview of the next six weeks, in the calendar's time zone. */
export const PreviewSection = ({
  preview,
  busy,
  outdated,
  failure,
}: {
  preview: Preview | undefined
  /** A newer preview is loading. */
  busy: boolean
  /** A time is incomplete, so the preview does not match the form. */
  outdated: boolean
  /** Why there is no preview. */
  failure: string | null
}) => {
  const t = useText()
  const titleId = useId()
  const now = useMinute()
  return (
    <section aria-labelledby={titleId}>
      <Container className="divide-y p-0">
        <div className="px-6 py-4 max-lg:px-4">
          <Heading level="h2" id={titleId}>
            {t("settings.calendars.preview")}
          </Heading>
          <Text
            size="small"
            className="text-ui-fg-subtle"
            role="status"
            aria-live="polite"
          >
            {failure || outdated
              ? t("settings.calendars.noPreview")
              : preview
                ? t("settings.calendars.previewHours", {
                    count: Math.round(preview.hours),
                    zone: zoneName(preview.time_zone, t.locale),
                  })
                : t("settings.calendars.previewLoading")}
          </Text>
        </div>
        {!failure && (
          <div
            role="group"
            aria-labelledby={titleId}
            aria-busy={busy}
            // A scrollable element must be focusable by keyboard.
            tabIndex={0}
            className={clx(
              "focus-visible:shadow-borders-focus rounded-b-lg px-6 py-4 outline-none transition-opacity max-lg:px-4 xl:max-h-[calc(100vh-10rem)] xl:overflow-y-auto",
              (busy || outdated) && preview && "opacity-60"
            )}
          >
            {preview ? (
              <>
                <PreviewScale />
                {previewWeeks(previewDays(preview, now)).map((week) => (
                  <PreviewWeek key={week[0]?.date} days={week} />
                ))}
              </>
            ) : (
              <PreviewSkeleton />
            )}
          </div>
        )}
      </Container>
    </section>
  )
}

const PreviewSkeleton = () => (
  <div aria-hidden className="flex flex-col gap-y-2">
    {Array.from({ length: 14 }, (_, day) => (
      <Skeleton key={day} className="h-4 w-full" />
    ))}
  </div>
)
