import { ArrowUpRightOnBox } from "@medusajs/icons"
import { lazy, Suspense, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"
import type { FollowUp } from "../../api/follow-up"
import type { Panel } from "../../call-sheet/panel"
import { useText } from "../../i18n/use-text"
import { forgetCall, useEditOrder } from "../../order/return-to-call"
import { SmallButton } from "../../task/small-button"
import type { OrderForm } from "./order-forms"

/** Rarely opened, so loaded only then. */
const FormWhenOpened = lazy(() => import("./order-forms"))

/** An order that is over is not changed any more. */
const OVER: readonly string[] = ["canceled", "completed", "archived"]

/** What can be done to the order without leaving the sheet. */
export const OrderDeeds = ({
  order,
  task,
  onPanel,
}: {
  order: AdminFollowUpCallSheetOrder
  task: FollowUp
  onPanel: (panel: Panel) => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const editOrder = useEditOrder()
  const [form, setForm] = useState<OrderForm | null>(null)
  // The call is back on the screen.
  useEffect(forgetCall, [])
  const deeds = OVER.includes(order.status)
    ? []
    : [
        {
          label: ofDashboard("orders.edits.title"),
          run: () => editOrder(order.id, task.id),
        },
        {
          label: `${ofDashboard("orders.edit.shippingAddress.title")}…`,
          run: () => setForm("address"),
        },
        {
          label: `${t("order.deskNote")}…`,
          run: () => setForm("note"),
        },
        {
          label: t("fallback.cancelOrder"),
          run: () => onPanel({ asks: "cancel_order" }),
        },
      ]
  return (
    <div className="flex flex-wrap gap-2">
      {deeds.map(({ label, run }) => (
        <SmallButton key={label} onClick={run}>
          {label}
        </SmallButton>
      ))}
      {task.customer_id !== null && (
        <span className="flex">
          <SmallButton asChild className="rounded-e-none">
            <Link to={`/customers/${task.customer_id}`}>
              {t("order.customer")}
            </Link>
          </SmallButton>
          <SmallButton asChild className="rounded-s-none px-2">
            <Link
              to={`/customers/${task.customer_id}`}
              target="_blank"
              aria-label={t("order.customerAside")}
            >
              <ArrowUpRightOnBox />
            </Link>
          </SmallButton>
        </span>
      )}
      {form && (
        <Suspense>
          <FormWhenOpened
            form={form}
            order={order}
            onClose={() => setForm(null)}
          />
        </Suspense>
      )}
    </div>
  )
}
