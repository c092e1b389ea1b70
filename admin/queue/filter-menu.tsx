import { TriangleDownMini } from "@medusajs/icons"
import { clx, DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"
import { SmallButton } from "../task/small-button"

export type Choice = { value: string; label: string }

type FilterMenuProps = {
  label: string
  /** Shown in place of the label. */
  icon?: ReactNode
  choices: readonly Choice[]
  chosen: readonly string[]
  /** Only one choice at a time. */
  single?: boolean
  onChange: (chosen: string[]) => void
}

/** A filter: its name, the selected choices, and the menu. */
export const FilterMenu = ({
  label,
  icon,
  choices,
  chosen,
  single = false,
  onChange,
}: FilterMenuProps) => {
  const names = choices
    .filter(({ value }) => chosen.includes(value))
    .map((choice) => choice.label)

  const toggle = (value: string) => {
    if (chosen.includes(value)) {
      onChange(chosen.filter((other) => other !== value))
    } else {
      onChange(single ? [value] : [...chosen, value])
    }
  }

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <SmallButton title={label} className="min-w-0 shrink-0">
          {icon && <span className="flex h-5 items-center">{icon}</span>}
          <span className={clx("text-ui-fg-subtle", icon && "sr-only")}>
            {label}
          </span>
          {names.length > 0 && (
            <span className="max-w-40 truncate">{names.join(", ")}</span>
          )}
          {!icon && (
            <TriangleDownMini aria-hidden className="text-ui-fg-subtle" />
          )}
        </SmallButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" className="max-h-80 overflow-y-auto">
        {choices.map((choice) => (
          <DropdownMenu.CheckboxItem
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onCheckedChange={() => toggle(choice.value)}
            onSelect={(event) => {
              if (!single) {
                event.preventDefault()
              }
            }}
          >
            {choice.label}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
