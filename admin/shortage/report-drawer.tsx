import {
  Checkbox,
  Drawer,
  Hint,
  Input,
  Label,
  Select,
  toast,
} from "@medusajs/ui"
import { useId, useState } from "react"
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
  const [lineId, setLineId] = useState(lines[0]?.id ?? "")
  const [found, setFound] = useState("0")
  const [reason, setReason] = useState("")
  const [corrects, setCorrects] = useState(false)
  const { mutate, isPending, error } = useReportShortage()
  const line = lines.find(({ id }) => id === lineId)
  useUnsaved(found !== "0" || reason !== "" || corrects)
  return (
    <Drawer.Content>
      <DrawerHeader title={t("shortage.report")} hint={t("stock.reportHint")} />
      <Drawer.Body className="overflow-y-auto">
        <form
          id={formId}
          className="flex flex-col gap-y-6"
          onSubmit={(event) => {
            event.preventDefault()
            mutate(
              {
                order_id: orderId,
                line_item_id: lineId,
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
          <Field label={t("stock.item")}>
            {({ id }) => (
              <Select value={lineId} onValueChange={setLineId}>
                <Select.Trigger id={id} className={TOUCH_HEIGHT}>
                  <Select.Value />
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
          <Field label={t("stock.found", { count: line?.outstanding ?? 0 })}>
            {(field) => (
              <Input
                {...field}
                className={TOUCH_HEIGHT}
                type="number"
                min={0}
                max={line?.outstanding}
                required
                value={found}
                onChange={({ target }) => setFound(target.value)}
              />
            )}
          </Field>
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
