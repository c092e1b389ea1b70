import { Input, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import { useText } from "../../i18n/use-text"
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
  /** Called for invalid input; without it, the last valid number stays. */
  onWrong?: () => void
}

/**
 * A number within a sentence. Invalid input is replaced by the last valid number
 * on blur, which is said.
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
  onWrong,
}: NumberInputProps) => {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const read = (text: string) =>
    readNumber(text, { min, max, whole: !fractions })
  const empty = typed?.trim() === "" && onEmpty !== undefined
  const isWrong = typed !== null && !empty && read(typed) === null
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Input
        size="small"
        inputMode={fractions ? "decimal" : "numeric"}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={`${id}-refused`}
        disabled={disabled}
        placeholder={placeholder}
        value={typed ?? value ?? ""}
        className={clx(TOUCH_HEIGHT, "w-16 tabular-nums", className)}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          setRefused(null)
          const number = read(text)
          if (number !== null) {
            onChange(number)
          } else if (text.trim() === "") {
            onEmpty?.()
          }
          if (number === null) {
            onWrong?.()
          }
        }}
        onBlur={() => {
          if (isWrong && typed.trim() !== "") {
            setRefused(typed)
          }
          if (!isWrong || !onWrong) {
            setTyped(null)
          }
        }}
      />
      <span
        id={`${id}-refused`}
        role="alert"
        className="txt-compact-small text-ui-fg-error empty:hidden"
      >
        {refused !== null &&
          (max === undefined
            ? t("settings.fields.notTaken", { typed: refused, min })
            : t("settings.fields.notTakenBetween", {
                typed: refused,
                min,
                max,
              }))}
      </span>
    </span>
  )
}
