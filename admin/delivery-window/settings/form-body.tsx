import { Drawer, Hint } from "@medusajs/ui"
import { useId, type FormEvent, type ReactNode } from "react"
import { faultsOf } from "../../api/refused"
import { useText, type Text } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { refusedField } from "../../refusals/refused-field"
import { useLeave, useUnsaved } from "../../settings/guarded-drawer"
import { SmallButton } from "../../task/small-button"

/**
 * What the server says is wrong with what was sent: at each field, and what is
 * at none of them.
 */
export function wrongIn<TField extends string>(
  t: Text,
  fields: readonly TField[],
  error: unknown
): { at: (field: TField) => string | undefined; elsewhere: unknown[] } {
  const faults = error ? faultsOf(error) : []
  const fieldOf = (fault: (typeof faults)[number]) =>
    refusedField(fault, fields)
  return {
    at: (field) => {
      const fault = faults.find((one) => fieldOf(one) === field)
      return fault ? refusalText(t, fault) : undefined
    },
    elsewhere: faults.filter((one) => fieldOf(one) === null),
  }
}

/** The drawer's form: what is wrong, the fields, and what may be done. */
export const FormBody = ({
  errors,
  isChanged,
  isSaving,
  removal,
  onCopy,
  onSubmit,
  onClose,
  children,
}: {
  /** What is said at none of the fields. */
  errors: readonly unknown[]
  /** Whether something was entered that is not saved. */
  isChanged: boolean
  isSaving: boolean
  /** Null: nothing to take away yet. */
  removal: { label: string; isPending: boolean; onRemove: () => void } | null
  /** Undefined: nothing to copy. */
  onCopy?: () => void
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}) => {
  const t = useText()
  const leave = useLeave()
  useUnsaved(isChanged)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={submit}>
      <Drawer.Body className="overflow-y-auto">
        <div className="flex flex-col gap-y-6">
          {errors.filter(Boolean).map((error, index) => (
            <Hint key={index} variant="error" role="alert">
              {refusalText(t, error)}
            </Hint>
          ))}
          {children}
        </div>
      </Drawer.Body>
      <Drawer.Footer>
        {removal && (
          <SmallButton
            variant="transparent"
            className="text-ui-fg-error"
            isLoading={removal.isPending}
            onClick={removal.onRemove}
          >
            {removal.label}
          </SmallButton>
        )}
        {onCopy && (
          <SmallButton variant="transparent" onClick={() => leave(onCopy)}>
            {t("delivery.settings.copy")}
          </SmallButton>
        )}
        <span className="mr-auto" />
        <SmallButton onClick={() => leave(onClose)}>
          {t("settings.cancel")}
        </SmallButton>
        <SmallButton type="submit" variant="primary" isLoading={isSaving}>
          {t("forms.save")}
        </SmallButton>
      </Drawer.Footer>
    </form>
  )
}

/** Several controls under one label. */
export const Group = ({
  label,
  hint,
  error,
  children,
}: {
  label: string
  hint?: string
  error: string | undefined
  children: ReactNode
}) => {
  const id = useId()
  return (
    <div
      role="group"
      aria-labelledby={id}
      aria-describedby={hint && `${id}-hint`}
      className="flex flex-col gap-y-1"
    >
      <span id={id} className="txt-compact-small text-ui-fg-base">
        {label}
      </span>
      {children}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && (
        <Hint variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}
