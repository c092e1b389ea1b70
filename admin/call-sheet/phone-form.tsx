import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../i18n/use-text"
import { Field } from "./field"
import { FormFrame } from "./form-frame"

/** Asks for the number that the customer gave; the server says if it is one. */
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
      onSubmit={() =>
        phone.trim() ? onSubmit(phone) : setError(t("forms.phoneNeeded"))
      }
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
            className="max-lg:h-10"
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
