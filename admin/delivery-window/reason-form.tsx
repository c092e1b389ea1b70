import { Hint } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"
import { ReasonField } from "./reason-field"

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
      <ReasonField
        label={label}
        error={error ? refusalText(t, error) : undefined}
        reason={reason}
        onReason={setReason}
      />
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
