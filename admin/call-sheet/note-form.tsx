import { Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../i18n/use-text"
import { Field } from "./field"
import { FormFrame } from "./form-frame"

/** The server's limit. */
export const LONGEST_NOTE = 5_000

/** Adds a note. Ctrl or Cmd with Enter saves, as in other dialogs. */
export const NoteForm = ({
  note,
  pending,
  onChange,
  onSubmit,
  onBack,
}: {
  note: string
  pending: boolean
  onChange: (note: string) => void
  onSubmit: () => void
  onBack: () => void
}) => {
  const t = useText()
  const [error, setError] = useState<string | null>(null)
  const submit = () =>
    note.trim() ? onSubmit() : setError(t("forms.noteNeeded"))
  return (
    <FormFrame
      title={t("forms.note")}
      hint={t("forms.noteGoesAlong")}
      submit={t("forms.save")}
      pending={pending}
      onSubmit={submit}
      onBack={onBack}
    >
      <Field label={t("forms.noteHint")} error={error}>
        {(field) => (
          <Textarea
            {...field}
            autoFocus
            value={note}
            maxLength={LONGEST_NOTE}
            onChange={(event) => {
              onChange(event.target.value)
              setError(null)
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                submit()
              }
            }}
          />
        )}
      </Field>
    </FormFrame>
  )
}
