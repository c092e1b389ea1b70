import { Hint, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

/** Props that link a field to its label and its error. */
export type FieldProps = {
  id: string
  "aria-invalid": boolean
  "aria-describedby": string | undefined
}

export const Field = ({
  label,
  error,
  children,
}: {
  label: string
  error?: string | null
  children: (field: FieldProps) => ReactNode
}) => {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className="flex flex-1 flex-col gap-y-1">
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      {children({
        id,
        "aria-invalid": Boolean(error),
        "aria-describedby": error ? errorId : undefined,
      })}
      {error && (
        <Hint id={errorId} variant="error" role="alert">
          {error}
        </Hint>
      )}
    </div>
  )
}
