import { Container, Heading, Hint, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { isForbidden } from "../api/client"
import { useAnnounceShortage, useShortagesOfItem } from "../api/shortages"
import { Field } from "../call-sheet/field"
import { dateText } from "../clock/moment-text"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** The server's limit. */
const LONGEST_NOTE = 1_000

/** The same day in all but the farthest time zones. */
const atNoon = (date: string) => `${date}T12:00:00Z`

/** When an inventory item is expected, and how many order lines wait for it. */
const ExpectedStock = ({ inventoryItemId }: { inventoryItemId: string }) => {
  const t = useText()
  const { data, error } = useShortagesOfItem(inventoryItemId)
  const announcing = useAnnounceShortage()
  const [typedDate, setTypedDate] = useState<string | null>(null)
  const [typedNote, setTypedNote] = useState<string | null>(null)
  if (isForbidden(error)) {
    return null
  }
  const [announced] = data?.announcements ?? []
  const known = announced?.expected_at?.slice(0, 10) ?? ""
  const date = typedDate ?? known
  const note = typedNote ?? announced?.note ?? ""
  const announce = (expected_at: string | null) =>
    announcing.mutate(
      {
        inventory_item_id: inventoryItemId,
        expected_at,
        note: (expected_at && note.trim()) || null,
      },
      {
        onSuccess: () => {
          setTypedDate(null)
          setTypedNote(null)
          toast.success(t("stock.announced"))
        },
      }
    )
  const failed = announcing.error ?? error
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("stock.expectedTitle")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {announced?.expected_at
            ? [
                t("shortage.expected", {
                  date: dateText(t, Date.parse(announced.expected_at), "UTC"),
                }),
                announced.note,
              ]
                .filter(Boolean)
                .join(" · ")
            : t("shortage.noDate")}
        </Text>
        {data !== undefined && data.count > 0 && (
          <Text size="small" className="text-ui-tag-red-text">
            {t("stock.waiting", { count: data.count })}
          </Text>
        )}
      </div>
      <form
        className="flex flex-col gap-y-3 px-6 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          announce(atNoon(date))
        }}
      >
        <Field label={t("stock.expectedOn")}>
          {(field) => (
            <Input
              {...field}
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
        {failed && (
          <Hint variant="error" role="alert">
            {refusalText(t, failed)}
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
    </Container>
  )
}

export default ExpectedStock
