import { ArrowUturnLeft } from "@medusajs/icons"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useNavigate } from "react-router-dom"
import { askMedusa, changeMedusa } from "../api/client"
import { followUpKeys } from "../api/keys"
import { refetchOrders } from "../api/orders"
import { retry } from "../api/queries"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"
import { toastRefusal } from "../task/use-record"
import { Band } from "./band"
import { callToReturnTo, forgetCall } from "./return-to-call"

/**
 * The way back to the call that led to this order. Once the edit was left, the
 * page goes there by itself, unless it was requested: that waits to be
 * confirmed.
 */
export const BackToCall = ({ orderId }: { orderId: string }) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const address = callToReturnTo(orderId)
  const isEditing = pathname.endsWith("/edits")
  const [hasEdited, setHasEdited] = useState(isEditing)
  const [confirming, setConfirming] = useState(false)
  const { data: status } = usePendingEdit(
    orderId,
    address !== null && hasEdited && !isEditing
  )
  useEffect(() => {
    if (isEditing) {
      setHasEdited(true)
    }
  }, [isEditing])

  // Closed before Medusa has begun it, it is begun afterwards, and stays.
  const isOver =
    hasEdited && !isEditing && status !== undefined && status !== "requested"
  useEffect(() => {
    if (address !== null && isOver) {
      forgetCall()
      void navigate(address)
    }
  }, [address, isOver, navigate])

  if (address === null || isEditing || isOver) {
    return null
  }
  const confirm = async () => {
    setConfirming(true)
    try {
      await changeMedusa(`/order-edits/${orderId}/confirm`)
      refetchOrders(client)
      forgetCall()
      void navigate(address)
    } catch (error) {
      toastRefusal(t, refusalText(t, error))
      setConfirming(false)
    }
  }
  const isRequested = status === "requested"
  return (
    <Band
      tone="neutral"
      icon={<ArrowUturnLeft />}
      text={isRequested && t("order.editWaits")}
    >
      {isRequested && (
        <SmallButton
          autoFocus
          variant="primary"
          isLoading={confirming}
          onClick={() => void confirm()}
        >
          {ofDashboard("orders.edits.confirm")}
        </SmallButton>
      )}
      <SmallButton
        onClick={() => {
          forgetCall()
          void navigate(address)
        }}
      >
        {t("order.backToCall")}
      </SmallButton>
    </Band>
  )
}

/**
 * The edit of an order that is not confirmed yet. A return or a transfer that is
 * requested is not ours to confirm.
 */
const usePendingEdit = (order_id: string, enabled: boolean) =>
  useQuery({
    retry,
    enabled,
    gcTime: 0,
    // Nothing tells the page when somebody confirms or cancels it.
    refetchInterval: 1_000,
    queryKey: [...followUpKeys.all, "pending-edit", order_id],
    queryFn: async () => {
      const { order } = await askMedusa<{
        order: { order_change: { change_type: string; status: string } | null }
      }>(`/orders/${order_id}/preview`)
      const change = order.order_change
      return change?.change_type === "edit" ? change.status : null
    },
  })
