import { lazy, Suspense, type ComponentProps } from "react"
import { PageSkeleton } from "../settings/page-skeleton"

/**
 * A shop may deliver without windows: each part is loaded where it is shown, and
 * brings its texts.
 */
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
  <Suspense fallback={null}>
    <Section {...props} />
  </Suspense>
)

/** When the courier comes, on an order's page. */
export const OrderDelivery = (props: ComponentProps<typeof OfOrder>) => (
  <Suspense fallback={null}>
    <OfOrder {...props} />
  </Suspense>
)

/** What goes out on a day, window by window. */
export const DeliveriesPage = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Board />
  </Suspense>
)

/** When couriers come, and how full each of their windows is. */
export const DeliveryWindowsPage = () => (
  <Suspense fallback={<PageSkeleton />}>
    <Settings />
  </Suspense>
)
