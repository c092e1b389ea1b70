import { Input } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../call-sheet/field"
import { FormFrame } from "../call-sheet/form-frame"
import { labelText } from "../i18n/label-text"
import { readable } from "../i18n/readable"
import { useText, type Text } from "../i18n/use-text"
import type { AskedField } from "../task/outcome-actions"
import { TOUCH_HEIGHT } from "../task/touch-height"
import {
  isOneOf,
  readAnswers,
  type AnswerFault,
  type AnswerFaults,
  type Answered,
} from "./read-answers"

/** The server's limit. */
const LONGEST_TEXT = 1_000

/** Asks for the fields that an outcome requires. */
export const AskedForm = ({
  outcome,
  fields,
  wrongPhones,
  pending,
  onSubmit,
  onBack,
}: {
  /** The outcome's name. */
  outcome: string
  fields: readonly AskedField[]
  /** Where somebody else answered: such a number is asked about first. */
  wrongPhones: readonly string[]
  pending: boolean
  onSubmit: (answered: Answered) => void
  onBack: () => void
}) => {
  const t = useText()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [faults, setFaults] = useState<AnswerFaults>({})
  const [isKnownWrong, setKnownWrong] = useState(false)
  const onlyPhone = fields.every(({ kind }) => kind === "phone")
  return (
    <FormFrame
      title={onlyPhone ? t("forms.phone") : outcome}
      submit={t(isKnownWrong ? "calling.goOn" : "forms.save")}
      pending={pending}
      onSubmit={() => {
        const read = readAnswers(fields, typed)
        setFaults(read.faults)
        if (Object.keys(read.faults).length > 0) {
          return
        }
        const { phone } = read.answered
        if (phone && !isKnownWrong && isOneOf(phone, wrongPhones)) {
          setKnownWrong(true)
          return
        }
        onSubmit(read.answered)
      }}
      onBack={onBack}
    >
      {fields.map((asked, index) => {
        const fault = faults[asked.field]
        return (
          <Field
            key={asked.field}
            label={onlyPhone ? t("forms.phoneHint") : fieldLabel(t, asked)}
            error={fault && faultText(t, fault)}
          >
            {(field) => (
              <Input
                {...field}
                {...INPUTS[asked.kind]}
                autoFocus={index === 0}
                autoComplete="off"
                value={typed[asked.field] ?? ""}
                className={TOUCH_HEIGHT}
                onChange={({ target }) => {
                  setTyped({ ...typed, [asked.field]: target.value })
                  const { [asked.field]: _, ...others } = faults
                  setFaults(others)
                  setKnownWrong(false)
                }}
              />
            )}
          </Field>
        )
      })}
      {isKnownWrong && (
        <p
          role="alert"
          className="bg-ui-tag-orange-bg text-ui-tag-orange-text txt-compact-small rounded-md px-2 py-1"
        >
          {t("sheet.phoneWasWrong")} {t("calling.anyway")}
        </p>
      )}
    </FormFrame>
  )
}

const INPUTS = {
  phone: { type: "tel" },
  text: { type: "text", maxLength: LONGEST_TEXT },
  // `type="number"` rejects a comma, and the mouse wheel changes it.
  number: { type: "text", inputMode: "decimal" },
  date: { type: "date" },
} as const

function fieldLabel(t: Text, { field, label, is_required }: AskedField) {
  const name = labelText(t, label) ?? readable(field)
  return is_required ? name : t("forms.optional", { label: name })
}

function faultText(t: Text, fault: AnswerFault): string {
  return fault === "badPhone" ? t("task.badPhone") : t(`forms.${fault}`)
}
