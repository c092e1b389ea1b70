import type { RefObject } from "react"
import { useKinds } from "../desk/use-kinds"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { DIGITS, useListKeys } from "../keyboard/use-list-keys"
import { SmallButton } from "../task/small-button"
import { FormFrame } from "./form-frame"
import { NoteField, type NoteDraft } from "./note-field"

/** Asks for the reason to cancel the task. */
export const CancelForm = ({
  draft,
  pending,
  sheet,
  onChoose,
  onBack,
}: {
  draft: NoteDraft
  pending: boolean
  sheet: RefObject<Element>
  onChoose: (reason: string) => void
  onBack: () => void
}) => {
  const t = useText()
  const { cancelReasons, cancelReasonName } = useKinds()
  const { list } = useListKeys<HTMLDivElement>(sheet)
  return (
    <FormFrame
      title={t("forms.cancel")}
      hint={t("forms.cancelKeepsOrder")}
      pending={pending}
      onBack={onBack}
    >
      <div {...list} className="flex flex-wrap gap-2">
        {cancelReasons.map((reason, index) => (
          <SmallButton
            key={reason}
            disabled={pending}
            autoFocus={index === 0}
            onClick={() => onChoose(reason)}
          >
            <span className="inline-block first-letter:uppercase">
              {t.of("cancelChoices", reason, cancelReasonName(reason))}
            </span>
            {index < DIGITS && <Key name={String(index + 1)} />}
          </SmallButton>
        ))}
      </div>
      <NoteField {...draft} />
    </FormFrame>
  )
}
