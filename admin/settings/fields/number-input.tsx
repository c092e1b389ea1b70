import { Input, clx } from "@medusajs/ui"
import { useState } from "react"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { readNumber } from "./read-number"

type NumberInputProps = {
  label: string
  value: number | null
  min?: number
  max?: number
  /** Allows fractions, as in amounts. */
  fractions?: boolean
  disabled?: boolean
  placeholder?: string
  className?: string
  onChange: (value: number) => void
  /** Called if the field is emptied; without it, it may not be empty. */
  onEmpty?: () => void
}

/**
 * A number within a sentence. Invalid input is not reported, and is replaced by
 * the last valid number on blur.
 */
export const NumberInput = ({
  label,
  value,
  min = 1,
  max,
  fractions = false,
  disabled,
  placeholder,
  className,
  onChange,
  onEmpty,
}: NumberInputProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) =>
    readNumber(text, { min, max, whole: !fractions })
  const empty = typed?.trim() === "" && onEmpty !== undefined
  return (
    <Input
      size="small"
      inputMode={fractions ? "decimal" : "numeric"}
      aria-label={label}
      aria-invalid={typed !== null && !empty && read(typed) === null}
      disabled={disabled}
      placeholder={placeholder}
      value={typed ?? value ?? ""}
      className={clx(TOUCH_HEIGHT, "w-16 tabular-nums", className)}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const number = read(text)
        if (number !== null) {
          onChange(number)
        } else if (text.trim() === "") {
          onEmpty?.()
        }
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
