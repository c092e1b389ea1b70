import { Textarea } from "@medusajs/ui"
import { useText } from "../i18n/use-text"
import { Field } from "./field"
import { LONGEST_NOTE } from "./note-form"

/** A note that is saved with what a form records. */
export type NoteDraft = { note: string; onNote: (note: string) => void }

/** Ctrl or Cmd with Enter submits the form, as in other dialogs. */
export const NoteField = ({ note, onNote }: NoteDraft) => {
  const t = useText()
  return (
    <Field label={t("forms.optional", { label: t("forms.note") })}>
      {(field) => (
        <Textarea
          {...field}
          rows={1}
          value={note}
          maxLength={LONGEST_NOTE}
          className="min-h-8"
          onChange={(event) => onNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
        />
      )}
    </Field>
  )
}
