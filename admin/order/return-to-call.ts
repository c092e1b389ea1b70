import { useLocation, useNavigate } from "react-router-dom"

/** One at a time, for this browser tab only. */
const KEY = "follow-ups.call"

const QUEUE = "/follow-ups"

/** The address of the call that left for this order; null if none did. */
export function callToReturnTo(order_id: string): string | null {
  const [order, address] = sessionStorage.getItem(KEY)?.split(" ") ?? []
  return order === order_id && address ? address : null
}

export function forgetCall(): void {
  sessionStorage.removeItem(KEY)
}

/** Goes to Medusa's edit of an order, which comes back to the task's sheet. */
export const useEditOrder = () => {
  const { pathname, search, hash } = useLocation()
  const navigate = useNavigate()
  return (order_id: string, task_id: string) => {
    const address =
      pathname === QUEUE
        ? `${QUEUE}${search}${hash}`
        : `${QUEUE}?${new URLSearchParams({ task: task_id })}`
    sessionStorage.setItem(KEY, `${order_id} ${address}`)
    void navigate(`/orders/${order_id}/edits`)
  }
}
