import { Checkbox, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

/** A checkbox with its fields beside it. */
export const Check = ({
  checked,
  label,
  hint,
  onChange,
}: {
  checked: boolean
  label: ReactNode
  hint?: string
  onChange: (checked: boolean) => void
}) => {
  const id = useId()
  return (
    <div className="flex items-start gap-x-2">
      <Checkbox
        id={id}
        className="shrink-0"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={(state) => onChange(state === true)}
      />
      <div className="flex flex-col">
        <Label htmlFor={id} size="small" className="py-px">
          {label}
        </Label>
        {hint && (
          <span
            id={`${id}-hint`}
            className="txt-compact-small text-ui-fg-subtle"
          >
            {hint}
          </span>
        )}
      </div>
    </div>
  )
}
