import { Select, clx } from "@medusajs/ui"
import { TOUCH_HEIGHT } from "../../task/touch-height"

/** A select within a sentence. */
export const Choice = <TValue extends string>({
  label,
  value,
  choices,
  disabled,
  className,
  placeholder,
  onChange,
}: {
  label: string
  /** Null if nothing is selected. */
  value: TValue | null
  choices: readonly { value: TValue; label: string }[]
  disabled?: boolean
  className?: string
  placeholder?: string
  onChange: (value: TValue) => void
}) => (
  <Select
    size="small"
    disabled={disabled}
    value={value ?? ""}
    onValueChange={(chosen) => {
      const choice = choices.find(({ value }) => value === chosen)
      if (choice) {
        onChange(choice.value)
      }
    }}
  >
    <Select.Trigger
      aria-label={label}
      className={clx(
        TOUCH_HEIGHT,
        "w-auto min-w-0 max-w-full gap-x-1",
        className
      )}
    >
      <Select.Value placeholder={placeholder} />
    </Select.Trigger>
    <Select.Content>
      {choices.map((choice) => (
        <Select.Item key={choice.value} value={choice.value}>
          {choice.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
