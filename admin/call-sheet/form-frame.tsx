import { ArrowUturnLeft } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { isTaken, TAKES_TEXT } from "../keyboard/listens"
import { SmallButton } from "../task/small-button"

/** A form of the call sheet, with a button back to the outcomes. */
export const FormFrame = ({
  title,
  hint,
  submit,
  choices,
  pending,
  onSubmit,
  onBack,
  onText,
  children,
}: {
  title: string
  hint?: string
  /** The button's label; without it, each choice submits. */
  submit?: string
  /** In place of the button back: all that can be answered, in one row. */
  choices?: ReactNode
  pending: boolean
  onSubmit?: () => void
  onBack: () => void
  /** A letter or a digit was typed outside the fields: where it is to go. */
  onText?: () => void
  children?: ReactNode
}) => {
  const t = useText()
  const titleId = useId()
  return (
    <form
      aria-labelledby={titleId}
      {...(onText && { [TAKES_TEXT]: "" })}
      className="flex flex-col gap-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit?.()
      }}
      onKeyDown={({ key, target, ctrlKey, metaKey, altKey }) => {
        if (
          target instanceof HTMLButtonElement &&
          isTaken(key, target) &&
          !(ctrlKey || metaKey || altKey)
        ) {
          onText?.()
        }
      }}
    >
      <div>
        <Text id={titleId} size="small" leading="compact" weight="plus">
          {title}
        </Text>
        {hint && (
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        )}
      </div>
      {children}
      {choices ?? (
        <div className="flex items-center justify-between gap-x-2">
          <SmallButton
            variant="transparent"
            className="-ml-2"
            aria-keyshortcuts="Escape"
            onClick={onBack}
          >
            <ArrowUturnLeft />
            {t("forms.back")}
            <Key name="Esc" />
          </SmallButton>
          {submit && (
            <SmallButton variant="primary" type="submit" isLoading={pending}>
              {submit}
            </SmallButton>
          )}
        </div>
      )}
    </form>
  )
}
