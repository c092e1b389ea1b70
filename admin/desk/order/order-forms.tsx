import { Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../../api/follow-up"
import { CancelOrderForm } from "../../call-sheet/cancel-order-form"
import { Refusal } from "../../call-sheet/sheet-states"
import { useText } from "../../i18n/use-text"
import { toastReceipt, useRecord } from "../../task/use-record"
import { AddressForm } from "./address-form"
import { DeskNoteForm } from "./desk-note-form"

export type OrderForm = "address" | "note" | "cancel_order"

/** Forms that change the order, over the sheet that they belong to. */
const OrderForms = ({
  form,
  order,
  task,
  onClose,
}: {
  form: OrderForm
  order: AdminFollowUpCallSheetOrder
  task: FollowUp
  onClose: () => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const record = useRecord({
    done: (receipt) => {
      toastReceipt(t, receipt)
      onClose()
    },
    refused: setRefusal,
  })
  const title = {
    address: ofDashboard("orders.edit.shippingAddress.title"),
    note: t("order.deskNote"),
    cancel_order: t("forms.cancelOrderNow"),
  }[form]
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {title} #{order.display_id}
          </Drawer.Title>
        </Drawer.Header>
        {form === "address" && (
          <AddressForm orderId={order.id} onDone={onClose} />
        )}
        {form === "note" && (
          <DeskNoteForm
            orderId={order.id}
            note={order.desk_note ?? ""}
            onDone={onClose}
          />
        )}
        {form === "cancel_order" && (
          <Drawer.Body>
            <Refusal reason={refusal} />
            <CancelOrderForm
              task={task}
              pending={pending}
              onBack={onClose}
              onConfirm={() => {
                setPending(true)
                void record(task, { name: "cancel-order" }).finally(() =>
                  setPending(false)
                )
              }}
            />
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}

export default OrderForms
