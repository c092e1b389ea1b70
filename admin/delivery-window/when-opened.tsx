import { lazy, Suspense, type ComponentProps } from "react"
import { PageSkeleton } from "../settings/page-skeleton"
import { DeliveryTexts } from "./delivery-texts"

/** A shop may deliver without windows: each part is loaded where it is shown. */
const Section = lazy(
  () => import("../desk/delivery-window/delivery-window-section")
)
const OfOrder = lazy(() => import("./order-delivery"))
const Board = lazy(() => import("./board/deliveries-page"))
const Settings = lazy(() => import("./settings/windows-page"))

/** When the courier comes, on the call sheet. */
export const DeliveryWindowSection = (
  props: ComponentProps<typeof Section>
) => (
  <DeliveryTexts>
    <Suspense fallback={null}>
      <Section {...props} />
    </Suspense>
  </DeliveryTexts>
)

/** When the courier comes, on an order's page. */
export const OrderDelivery = (props: ComponentProps<typeof OfOrder>) => (
  <DeliveryTexts>
    <Suspense fallback={null}>
      <OfOrder {...props} />
    </Suspense>
  </DeliveryTexts>
)

/** What goes out today, window by window. */
export const DeliveriesPage = () => (
  <DeliveryTexts meanwhile={<PageSkeleton />}>
    <Suspense fallback={<PageSkeleton />}>
      <Board />
    </Suspense>
  </DeliveryTexts>
)

/** When couriers come, and how full each of their windows is. */
export const DeliveryWindowsPage = () => (
  <DeliveryTexts meanwhile={<PageSkeleton />}>
    <Suspense fallback={<PageSkeleton />}>
      <Settings />
    </Suspense>
  </DeliveryTexts>
)
