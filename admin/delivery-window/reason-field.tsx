import { Input } from "@medusajs/ui"
import { Field } from "../call-sheet/field"

/** The server's limit. */
const LONGEST_REASON = 500

/** Why something is done that cannot be seen in the order itself. */
export const ReasonField = ({
  label,
  error,
  reason,
  onReason,
}: {
  label: string
  error?: string
  reason: string
  onReason: (reason: string) => void
}) => (
  <Field label={label} error={error}>
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
        onChange={({ target }) => onReason(target.value)}
      />
    )}
  </Field>
)
