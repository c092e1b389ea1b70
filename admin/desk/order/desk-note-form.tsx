import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { DESK_NOTE_KEY } from "../../api/orders"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { useCorrectOrder } from "./correct-order"
import { DrawerForm } from "./drawer-form"

/** As much as fits on the order's page. */
const LONGEST_NOTE = 2_000

/** What whoever packs the order should know. */
export const DeskNoteForm = ({
  orderId,
  note,
  onDone,
}: {
  orderId: string
  note: string
  onDone: () => void
}) => {
  const t = useText()
  const correct = useCorrectOrder(orderId)
  const [typed, setTyped] = useState(note)
  return (
    <DrawerForm
      onDone={onDone}
      onSave={async () => {
        await correct({ metadata: { [DESK_NOTE_KEY]: typed.trim() } })
        return t("done.noted")
      }}
    >
      <Field label={t("order.deskNoteHint")}>
        {(field) => (
          <Textarea
            {...field}
            rows={6}
            maxLength={LONGEST_NOTE}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
    </DrawerForm>
  )
}
