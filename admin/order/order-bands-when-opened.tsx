import { lazy, Suspense } from "react"

const OrderBands = lazy(() => import("./order-bands"))

/** Loaded only on the page of an order. */
export const OrderBandsWhenOpened = ({ orderId }: { orderId: string }) => (
  <Suspense>
    <OrderBands orderId={orderId} />
  </Suspense>
)
