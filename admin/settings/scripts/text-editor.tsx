import { Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useScriptPreview } from "../../api/scripts"
import { useText } from "../../i18n/use-text"
import { SmallButton } from "../../task/small-button"
import { useSettled } from "../fields/use-settled"
import { LiquidArea } from "./liquid-area"
import { TextPreview } from "./text-preview"
import { useInsert } from "./use-insert"
import { VariableMenu } from "./variable-menu"

/** Longer than a pause between letters, short enough to feel live. */
const SETTLED_AFTER_MS = 400

/** An example of a variable. */
const EXAMPLE = "{{ customer.first_name }}"

/** The text in one language, with its preview on the right. */
export const TextEditor = ({
  label,
  language,
  text,
  own,
  onChange,
}: {
  label: string
  language: string
  text: string
  /** The text used while this one is blank. */
  own: string
  onChange: (text: string) => void
}) => {
  const t = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [orderId, setOrderId] = useState<string | null>(null)
  // Kept as typed: a blank text is removed, but spaces must not be lost.
  const [typed, setTyped] = useState(text)
  const shown = typed.trim() === "" && text === "" ? typed : text
  const asked = useSettled(shown.trim() === "" ? own : shown, SETTLED_AFTER_MS)
  const preview = useScriptPreview({
    text: asked,
    locale: language,
    ...(orderId !== null && { order_id: orderId }),
  })
  const faults = (text.trim() !== "" && preview.data?.faults) || []
  const change = (value: string) => {
    setTyped(value)
    onChange(value)
  }
  const insert = useInsert(area, shown, change)

  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-y-2">
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-2">
          <Text size="small" leading="compact" weight="plus">
            {t("settings.scripts.text")}
          </Text>
          <VariableMenu onChoose={insert} />
        </div>
        <LiquidArea
          ref={area}
          label={label}
          value={shown}
          placeholder={
            own === ""
              ? t("settings.scripts.empty", { example: EXAMPLE })
              : undefined
          }
          faults={faults}
          onChange={change}
        />
        {text === "" && own !== "" && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small" className="text-ui-fg-subtle">
              {t("settings.scripts.ownIsUsed")}
            </Text>
            <SmallButton
              onClick={() => {
                change(own)
                area.current?.focus()
              }}
            >
              {t("settings.scripts.startFromOwn")}
            </SmallButton>
          </div>
        )}
      </div>
      <TextPreview
        empty={asked.trim() === ""}
        preview={preview.data}
        error={preview.error}
        onOrder={setOrderId}
      />
    </div>
  )
}
