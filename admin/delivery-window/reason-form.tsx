import { Hint, Input } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { Field } from "../call-sheet/field"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** The server's limit. */
const LONGEST_REASON = 500

/** Asks why, before something is done that cannot be seen in the order itself. */
export const ReasonForm = ({
  label,
  hint,
  verb,
  error,
  isPending,
  onSubmit,
  onClose,
}: {
  label: string
  hint?: ReactNode
  /** What the button does. */
  verb: string
  error?: unknown
  isPending: boolean
  onSubmit: (reason: string) => void
  onClose?: () => void
}) => {
  const t = useText()
  const [reason, setReason] = useState("")
  return (
    <form
      className="flex flex-col gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(reason.trim())
      }}
    >
      <Field label={label} error={error ? refusalText(t, error) : undefined}>
        {(field) => (
          <Input
            {...field}
            size="small"
            autoFocus
            // Empty is not wrong yet, and is not sent.
            aria-required
            autoComplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {hint && <Hint>{hint}</Hint>}
      <div className="flex flex-wrap gap-2">
        <SmallButton
          type="submit"
          variant="danger"
          disabled={reason.trim() === ""}
          isLoading={isPending}
        >
          {verb}
        </SmallButton>
        {onClose && (
          <SmallButton onClick={onClose}>{t("forms.back")}</SmallButton>
        )}
      </div>
    </form>
  )
}
