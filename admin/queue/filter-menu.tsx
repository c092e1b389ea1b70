import { TriangleDownMini } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { SmallButton } from "../task/small-button"

export type Choice = { value: string; label: string }

type FilterMenuProps = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  /** Only one choice at a time. */
  single?: boolean
  onChange: (chosen: string[]) => void
}

/** A filter: its name, the selected choices, and the menu. */
export const FilterMenu = ({
  label,
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
        <SmallButton className="min-w-0 shrink-0">
          <span className="text-ui-fg-subtle">{label}</span>
          {names.length > 0 && (
            <span className="max-w-40 truncate">{names.join(", ")}</span>
          )}
          <TriangleDownMini aria-hidden className="text-ui-fg-subtle" />
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
