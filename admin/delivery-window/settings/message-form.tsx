import { Drawer, Hint, Input, Text } from "@medusajs/ui"
import { useId, useRef, useState, type ReactNode } from "react"
import type {
  AdminDeliveryText,
  AdminDeliveryTextListResponse,
} from "../../../src/api/admin/delivery-windows/texts/types"
import {
  useDeliveryTextPreview,
  useResetDeliveryText,
  useSaveDeliveryText,
} from "../../api/delivery-windows"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { useSettled } from "../../settings/fields/use-settled"
import { useLeave, useUnsaved } from "../../settings/guarded-drawer"
import { faultText } from "../../settings/scripts/fault-text"
import { LiquidArea } from "../../settings/scripts/liquid-area"
import { useInsert } from "../../settings/scripts/use-insert"
import { VariableMenu } from "../../settings/scripts/variable-menu"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"

/** Longer than a pause between letters, short enough to feel live. */
const SETTLED_AFTER_MS = 400

/** A message in one language, with what it comes to. */
export const MessageForm = ({
  text,
  variables,
  above,
  onDone,
  onClose,
}: {
  text: AdminDeliveryText
  /** What it may say besides the variables of scripts. */
  variables: AdminDeliveryTextListResponse["variables"]
  /** Which language it is. */
  above: ReactNode
  onDone: () => void
  onClose: () => void
}) => {
  const t = useText()
  const id = useId()
  const [subject, setSubject] = useState(text.subject)
  const [body, setBody] = useState(text.body)
  const leave = useLeave()
  useUnsaved(subject !== text.subject || body !== text.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = useInsert(area, body, setBody)
  const save = useSaveDeliveryText(text)
  const reset = useResetDeliveryText(text)
  const asked = useSettled(`${subject}\n${body}`, SETTLED_AFTER_MS)
  const end = asked.indexOf("\n")
  const { data: preview, error } = useDeliveryTextPreview({
    language: text.language,
    subject: asked.slice(0, end),
    body: asked.slice(end + 1),
  })
  const faults = preview?.body_faults ?? []
  const failed = save.error ?? reset.error ?? error
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        void save.mutateAsync({ subject, body }).then(onDone, () => undefined)
      }}
    >
      <Drawer.Body className="overflow-y-auto">
        <div className="flex flex-col gap-y-4">
          {failed && (
            <Hint variant="error" role="alert">
              {refusalText(t, failed)}
            </Hint>
          )}
          <div>{above}</div>
          <Field
            label={t("delivery.messages.subject")}
            error={preview?.subject_faults.map((one) => faultText(t, one))[0]}
          >
            {(field) => (
              <Input
                {...field}
                autoComplete="off"
                className={TOUCH_HEIGHT}
                value={subject}
                onChange={({ target }) => setSubject(target.value)}
              />
            )}
          </Field>
          <div className="flex flex-col gap-y-2">
            <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-2">
              <Text size="small" leading="compact">
                {t("delivery.messages.text")}
              </Text>
              <VariableMenu first={variables} onChoose={insert} />
            </div>
            <LiquidArea
              ref={area}
              label={t("delivery.messages.text")}
              value={body}
              faults={faults}
              onChange={setBody}
            />
          </div>
          {preview && faults.length === 0 && (
            <div
              role="group"
              aria-labelledby={`${id}-preview`}
              className="flex flex-col gap-y-2"
            >
              <Text id={`${id}-preview`} size="small" leading="compact">
                {t("delivery.messages.preview")}
              </Text>
              <div
                dir="auto"
                className="bg-ui-bg-subtle txt-small text-ui-fg-base whitespace-pre-wrap break-words rounded-lg border px-3 py-2"
              >
                <strong className="block font-medium">{preview.subject}</strong>
                {preview.body}
              </div>
            </div>
          )}
        </div>
      </Drawer.Body>
      <Drawer.Footer>
        {text.is_own && (
          <SmallButton
            variant="transparent"
            className="mr-auto"
            isLoading={reset.isPending}
            onClick={() =>
              void reset.mutateAsync().then(onDone, () => undefined)
            }
          >
            {t("delivery.messages.reset")}
          </SmallButton>
        )}
        <SmallButton onClick={() => leave(onClose)}>
          {t("settings.cancel")}
        </SmallButton>
        <SmallButton type="submit" variant="primary" isLoading={save.isPending}>
          {t("forms.save")}
        </SmallButton>
      </Drawer.Footer>
    </form>
  )
}
