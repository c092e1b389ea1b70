import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../i18n/use-text"
import { TOUCH_HEIGHT } from "../task/touch-height"
import { Field } from "./field"
import { FormFrame } from "./form-frame"

/**
 * Asks for the number that the customer gave. Whether it is one the server says,
 * but not in the reader's language: what cannot be one is told here.
 */
export const PhoneForm = ({
  pending,
  onSubmit,
  onBack,
}: {
  pending: boolean
  onSubmit: (phone: string) => void
  onBack: () => void
}) => {
  const t = useText()
  const [phone, setPhone] = useState("")
  const [error, setError] = useState<string | null>(null)
  return (
    <FormFrame
      title={t("forms.phone")}
      submit={t("forms.save")}
      pending={pending}
      onSubmit={() => {
        if (phone.trim() === "") {
          setError(t("forms.phoneNeeded"))
        } else if (!hasDigitsOfNumber(phone)) {
          setError(t("task.badPhone"))
        } else {
          onSubmit(phone)
        }
      }}
      onBack={onBack}
    >
      <Field label={t("forms.phoneHint")} error={error}>
        {(field) => (
          <Input
            {...field}
            type="tel"
            autoFocus
            autoComplete="off"
            value={phone}
            className={TOUCH_HEIGHT}
            onChange={(event) => {
              setPhone(event.target.value)
              setError(null)
            }}
          />
        )}
      </Field>
    </FormFrame>
  )
}

/** As few as the shortest number has that somebody can be called at. */
const hasDigitsOfNumber = (text: string) => text.replace(/\D/g, "").length >= 5
