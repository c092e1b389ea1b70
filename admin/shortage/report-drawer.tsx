import {
  Checkbox,
  clx,
  Drawer,
  Hint,
  Input,
  Label,
  Select,
  toast,
} from "@medusajs/ui"
import { useId, useRef, useState } from "react"
import { useReportShortage } from "../api/shortages"
import { Field } from "../call-sheet/field"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { DrawerHeader } from "../settings/drawer-header"
import { GuardedDrawer, useUnsaved } from "../settings/guarded-drawer"
import { SmallButton } from "../task/small-button"
import { TOUCH_HEIGHT } from "../task/touch-height"
import type { LineToPack } from "./order-to-pack"

/** The server's limit. */
const LONGEST_REASON = 1_000

type Props = {
  orderId: string
  lines: readonly LineToPack[]
  onClose: () => void
}

/** Asks what of an order was found on the shelf. */
export const ReportDrawer = (props: Props) => (
  <GuardedDrawer onClose={props.onClose}>
    <ReportForm {...props} />
  </GuardedDrawer>
)

const ReportForm = ({ orderId, lines, onClose }: Props) => {
  const t = useText()
  const formId = useId()
  const correctId = useId()
  const hintId = useId()
  const itemField = useRef<HTMLButtonElement>(null)
  const foundField = useRef<HTMLInputElement>(null)
  const [lineId, setLineId] = useState(
    lines.length === 1 ? (lines[0]?.id ?? "") : ""
  )
  const line = lines.find(({ id }) => id === lineId)
  const [typed, setTyped] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  // Of a single unit, none was found, or it would not be reported.
  const found = typed ?? (line?.outstanding === 1 ? "0" : "")
  const [reason, setReason] = useState("")
  const [corrects, setCorrects] = useState(false)
  const { mutate, isPending, error } = useReportShortage()
  useUnsaved(typed !== null || reason !== "" || corrects)
  return (
    <Drawer.Content>
      <DrawerHeader title={t("shortage.report")} hint={t("stock.reportHint")} />
      <Drawer.Body className="overflow-y-auto">
        <form
          id={formId}
          className="flex flex-col gap-y-6"
          onSubmit={(event) => {
            event.preventDefault()
            setAsked(true)
            if (!line || found === "") {
              const missing = line ? foundField : itemField
              missing.current?.focus()
              return
            }
            mutate(
              {
                order_id: orderId,
                line_item_id: line.id,
                quantity_found: Number(found),
                reason: reason.trim() || null,
                correct_stock: corrects,
              },
              {
                onSuccess: () => {
                  toast.success(t("stock.saved"))
                  onClose()
                },
              }
            )
          }}
        >
          <Field
            label={t("stock.item")}
            error={isAsked && !line ? t("stock.itemNeeded") : null}
          >
            {(field) => (
              <Select
                value={lineId}
                onValueChange={(id) => {
                  setLineId(id)
                  setTyped(null)
                  setAsked(false)
                }}
              >
                <Select.Trigger
                  {...field}
                  ref={itemField}
                  className={clx(
                    TOUCH_HEIGHT,
                    "data-[placeholder]:text-ui-fg-subtle"
                  )}
                >
                  <Select.Value placeholder={t("stock.itemNeeded")} />
                </Select.Trigger>
                <Select.Content>
                  {lines.map(({ id, title }) => (
                    <Select.Item key={id} value={id}>
                      {title}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
            )}
          </Field>
          {line && (
            <Field
              label={t("stock.found", { count: line.outstanding })}
              error={isAsked && found === "" ? t("stock.foundHint") : null}
            >
              {(field) => (
                <>
                  <Input
                    {...field}
                    ref={foundField}
                    aria-describedby={field["aria-describedby"] ?? hintId}
                    className={TOUCH_HEIGHT}
                    type="number"
                    min={0}
                    max={line.outstanding}
                    value={found}
                    onChange={({ target }) => setTyped(target.value)}
                  />
                  {!field["aria-invalid"] && (
                    <Hint id={hintId}>{t("stock.foundHint")}</Hint>
                  )}
                </>
              )}
            </Field>
          )}
          <Field label={t("forms.optional", { label: t("stock.reason") })}>
            {(field) => (
              <Input
                {...field}
                className={TOUCH_HEIGHT}
                maxLength={LONGEST_REASON}
                autoComplete="off"
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          <div className="flex items-start gap-x-3">
            <Checkbox
              id={correctId}
              checked={corrects}
              onCheckedChange={(checked) => setCorrects(checked === true)}
            />
            <div className="flex flex-col gap-y-1">
              <Label htmlFor={correctId} size="small">
                {t("stock.correct")}
              </Label>
              <Hint>{t("stock.correctHint")}</Hint>
            </div>
          </div>
          {error && (
            <Hint variant="error" role="alert">
              {refusalText(t, error)}
            </Hint>
          )}
        </form>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <SmallButton>{t("forms.back")}</SmallButton>
        </Drawer.Close>
        <SmallButton
          variant="primary"
          type="submit"
          form={formId}
          isLoading={isPending}
        >
          {t("stock.save")}
        </SmallButton>
      </Drawer.Footer>
    </Drawer.Content>
  )
}
