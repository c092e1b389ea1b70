import { Drawer } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"
import { useText } from "../../i18n/use-text"
import { GuardedDrawer } from "../../settings/guarded-drawer"
import { AddressForm } from "./address-form"
import { DeskNoteForm } from "./desk-note-form"

export type OrderForm = "address" | "note"

/** Forms that change the order, over the sheet that they belong to. */
const OrderForms = ({
  form,
  order,
  onClose,
}: {
  form: OrderForm
  order: AdminFollowUpCallSheetOrder
  onClose: () => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const content = useRef<HTMLDivElement>(null)
  return (
    <GuardedDrawer onClose={onClose}>
      <Drawer.Content
        ref={content}
        aria-describedby={undefined}
        onOpenAutoFocus={(event) => {
          // Until now, the sheet below has kept the focus for itself.
          const field = content.current?.querySelector("textarea")
          if (field) {
            event.preventDefault()
            field.focus()
          }
        }}
      >
        <div className="border-b px-6 py-4">
          <Drawer.Title>
            {form === "note"
              ? t("order.deskNote")
              : ofDashboard("orders.edit.shippingAddress.title")}{" "}
            #{order.display_id}
          </Drawer.Title>
        </div>
        {form === "address" ? (
          <AddressForm orderId={order.id} onDone={onClose} />
        ) : (
          <DeskNoteForm
            orderId={order.id}
            note={order.desk_note ?? ""}
            onDone={onClose}
          />
        )}
      </Drawer.Content>
    </GuardedDrawer>
  )
}

export default OrderForms
