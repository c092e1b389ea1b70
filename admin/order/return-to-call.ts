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

/** Has the order's page offer the way back to the task's sheet. */
export const useRememberCall = () => {
  const { pathname, search, hash } = useLocation()
  return (order_id: string, task_id: string) => {
    const address =
      pathname === QUEUE
        ? `${QUEUE}${search}${hash}`
        : `${QUEUE}?${new URLSearchParams({ task: task_id })}`
    sessionStorage.setItem(KEY, `${order_id} ${address}`)
  }
}

/** Goes to Medusa's edit of an order, which comes back to the task's sheet. */
export const useEditOrder = () => {
  const remember = useRememberCall()
  const navigate = useNavigate()
  return (order_id: string, task_id: string) => {
    remember(order_id, task_id)
    void navigate(`/orders/${order_id}/edits`)
  }
}
