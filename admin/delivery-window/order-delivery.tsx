import { Container, Drawer, Heading, Hint } from "@medusajs/ui"
import { lazy, Suspense, useRef, useState } from "react"
import type { AdminDeliveryOfOrder } from "../../src/api/admin/delivery-windows/types"
import { isForbidden } from "../api/client"
import {
  useCarrier,
  useDelivery,
  useDeliveryLink,
  usePromises,
} from "../api/delivery-windows"
import { CopyButton } from "../call-sheet/copy-button"
import { browserTimeZone } from "../clock/zoned"
import { useText } from "../i18n/use-text"
import { useFocusBack } from "../keyboard/use-focus-back"
import { refusalText } from "../refusals/refusal-text"
import { DrawerHeader } from "../settings/drawer-header"
import { LoadError } from "../task/load-error"
import { SmallButton } from "../task/small-button"
import { BookedWindow, BookingStatus } from "./booked-window"
import { BookingHistory } from "./booking-history"
import { ChooseWindow, isActive } from "./choose-window"
import { Promises } from "./promises"
import { DeliveryTexts } from "./delivery-texts"
import { ReleaseForm } from "./release-form"
import { Shipment } from "./shipment"
import type { Move } from "./who-agreed"

const WhoAgreed = lazy(() => import("./who-agreed"))

const OrderDelivery = (props: { orderId: string }) => (
  <DeliveryTexts>
    <OfOrder {...props} />
  </DeliveryTexts>
)

export default OrderDelivery

/** When an order's courier comes, on its page; nothing if none ever does. */
const OfOrder = ({ orderId }: { orderId: string }) => {
  const t = useText()
  const { data, error, refetch } = useDelivery(orderId)
  if (!data) {
    return error && !isForbidden(error) ? (
      <Container className="p-0">
        <LoadError
          title={t("delivery.loadError")}
          reason={error}
          onRetry={() => void refetch()}
        />
      </Container>
    ) : null
  }
  return data.has_windows || data.booking ? <Delivery delivery={data} /> : null
}

const Delivery = ({ delivery }: { delivery: AdminDeliveryOfOrder }) => {
  const t = useText()
  const { order_id, booking, history } = delivery
  const [shown, setShown] = useState<"choose" | "release" | null>(null)
  const [move, setMove] = useState<Move | null>(null)
  const [opened, setOpened] = useState(false)
  const close = () => {
    setShown(null)
    setMove(null)
  }
  const { data: promises } = usePromises(order_id, opened)
  const { data: coming } = useCarrier(order_id)
  const focus = useFocusBack()
  const place = useRef<HTMLDivElement>(null)
  const isBooked = isActive(booking)
  const timeZone = booking?.window.time_zone ?? browserTimeZone()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("delivery.title")}</Heading>
        {booking && <BookingStatus status={booking.status} />}
      </div>
      <div
        ref={place}
        tabIndex={-1}
        className="flex flex-col gap-y-4 px-6 py-4 outline-none"
      >
        {booking && booking.status !== "released" ? (
          <BookedWindow booking={booking} warning={delivery.warning} />
        ) : (
          <p className="txt-compact-small text-ui-fg-subtle">
            {t("delivery.none")}
          </p>
        )}
        {coming?.shipment && isBooked && (
          <Shipment shipment={coming.shipment} />
        )}
        {shown === "release" ? (
          <ReleaseForm
            orderId={order_id}
            onClose={() => {
              setShown(null)
              place.current?.focus({ preventScroll: true })
            }}
          />
        ) : (
          booking?.status !== "delivered" && (
            <div className="flex flex-wrap items-center gap-2">
              <SmallButton
                onClick={() => {
                  focus.remember()
                  setShown("choose")
                }}
              >
                {t(isBooked ? "delivery.move" : "delivery.choose")}
              </SmallButton>
              {isBooked && (
                <SmallButton onClick={() => setShown("release")}>
                  {t("delivery.release")}
                </SmallButton>
              )}
              {isBooked && <Link delivery={delivery} />}
            </div>
          )
        )}
      </div>
      {history.length > 0 && (
        <details
          className="px-6 py-4"
          onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
        >
          <summary className="txt-compact-small-plus text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus cursor-pointer rounded outline-none">
            {t("delivery.history")}
          </summary>
          <div className="flex flex-col gap-y-4 pt-3">
            <Promises promises={promises ?? []} timeZone={timeZone} />
            <BookingHistory history={history} timeZone={timeZone} />
          </div>
        </details>
      )}
      <Drawer
        open={shown === "choose"}
        onOpenChange={(isOpen) => !isOpen && close()}
      >
        <Drawer.Content onCloseAutoFocus={focus.giveBack}>
          <DrawerHeader
            title={t(isBooked ? "delivery.move" : "delivery.choose")}
            hint={t(isBooked ? "delivery.moveHint" : "delivery.chooseHint")}
          />
          <Drawer.Body className="overflow-y-auto">
            {move ? (
              <Suspense fallback={null}>
                <WhoAgreed move={move} onMoved={close} onClose={close} />
              </Suspense>
            ) : (
              <ChooseWindow
                delivery={delivery}
                takesFocus
                onPick={
                  isActive(booking)
                    ? (to, overbook_reason) =>
                        setMove({
                          order_id,
                          from: {
                            ...booking.window,
                            overbooked_reason: booking.overbooked_reason,
                            expected_at: booking.expected_at,
                          },
                          to,
                          overbook_reason,
                        })
                    : undefined
                }
                onDone={close}
              />
            )}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer>
    </Container>
  )
}

/** The customer's page to move the window, to be sent by any means. */
const Link = ({
  delivery: { order_id, link },
}: {
  delivery: AdminDeliveryOfOrder
}) => {
  const t = useText()
  const { data, mutate, isPending, error } = useDeliveryLink(order_id)
  const made = data?.link ?? link
  return (
    <>
      {made ? (
        <span className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-1">
          {t("delivery.makeLink")}
          <CopyButton text={made} label={t("delivery.link")} />
        </span>
      ) : (
        <SmallButton isLoading={isPending} onClick={() => mutate()}>
          {t("delivery.makeLink")}
        </SmallButton>
      )}
      {data?.moves_left === 0 && <Hint>{t("delivery.noMovesLeft")}</Hint>}
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
    </>
  )
}
