import { Hint, Input, toast } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import type { AdminShortageAnnouncement } from "../../src/api/admin/shortages/types"
import { useAnnounceShortage } from "../api/shortages"
import { Field } from "../call-sheet/field"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** The server's limit. */
const LONGEST_NOTE = 1_000

/** The same day in all but the farthest time zones. */
export const atNoon = (date: string) => `${date}T12:00:00Z`

/** What counts at every location that has no date of its own. */
export const announcedFor = (
  announcements: readonly AdminShortageAnnouncement[] = []
): AdminShortageAnnouncement | undefined =>
  announcements.find(({ location_id }) => location_id === null) ??
  announcements[0]

/** Takes the day on which a supplier delivers; what is stored stays in it. */
export const SupplierDate = ({
  of,
  announced,
  asked = 0,
}: {
  of: { inventory_item_id: string } | { variant_id: string }
  announced: AdminShortageAnnouncement | undefined
  /** How often somebody asked for the field of the date, which gets the focus. */
  asked?: number
}) => {
  const t = useText()
  const dateField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked > 0) {
      dateField.current?.focus()
    }
  }, [asked])
  const announcing = useAnnounceShortage()
  const [typedDate, setTypedDate] = useState<string | null>(null)
  const [typedNote, setTypedNote] = useState<string | null>(null)
  const known = announced?.expected_at?.slice(0, 10) ?? ""
  const date = typedDate ?? known
  const note = typedNote ?? announced?.note ?? ""
  const announce = (expected_at: string | null) =>
    announcing.mutate(
      { ...of, expected_at, note: (expected_at && note.trim()) || null },
      {
        onSuccess: () => {
          // By now, what is known is what was saved.
          setTypedDate(null)
          setTypedNote(null)
          toast.success(t("stock.announced"))
        },
      }
    )
  return (
    <form
      className="flex flex-col gap-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        announce(atNoon(date))
      }}
    >
      <Field label={t("stock.expectedOn")}>
        {(field) => (
          <Input
            {...field}
            ref={dateField}
            type="date"
            value={date}
            onChange={({ target }) => setTypedDate(target.value)}
          />
        )}
      </Field>
      <Field label={t("forms.optional", { label: t("stock.note") })}>
        {(field) => (
          <Input
            {...field}
            maxLength={LONGEST_NOTE}
            autoComplete="off"
            value={note}
            onChange={({ target }) => setTypedNote(target.value)}
          />
        )}
      </Field>
      {announcing.error && (
        <Hint variant="error" role="alert">
          {refusalText(t, announcing.error)}
        </Hint>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {announced?.expected_at && (
          <SmallButton
            variant="transparent"
            disabled={announcing.isPending}
            onClick={() => announce(null)}
          >
            {t("stock.forget")}
          </SmallButton>
        )}
        <SmallButton
          type="submit"
          disabled={
            date === "" ||
            (date === known && note.trim() === (announced?.note ?? ""))
          }
          isLoading={announcing.isPending}
        >
          {t("stock.announce")}
        </SmallButton>
      </div>
    </form>
  )
}
