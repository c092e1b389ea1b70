import { Hint } from "@medusajs/ui"
import { useContext, useEffect, useRef, useState } from "react"
import type { AdminDeliverySection } from "../../../src/api/admin/delivery-windows/types"
import { useDeliveryLink } from "../../api/delivery-windows"
import { CopyButton } from "../../call-sheet/copy-button"
import { Section } from "../../call-sheet/section"
import { draftOf, Writing } from "../../call-sheet/writing"
import { exactMoment } from "../../clock/moment-text"
import {
  BookedWindow,
  BookingStatus,
} from "../../delivery-window/booked-window"
import { ChooseWindow, isActive } from "../../delivery-window/choose-window"
import { DeliveryTexts } from "../../delivery-window/delivery-texts"
import { ReleaseForm } from "../../delivery-window/release-form"
import { useText } from "../../i18n/use-text"
import { Key } from "../../keyboard/key"
import { SECTION_KEYS } from "../../keyboard/shortcuts"
import { useKeys } from "../../keyboard/use-keys"
import { refusalText } from "../../refusals/refusal-text"
import { SmallButton } from "../../task/small-button"
import { nextPlace, useSectionEntry } from "../section-entry"
import type { DrawnProps } from "../drawn-props"

/**
 * Goes to the open windows from anywhere in the sheet: to those of the task that
 * is marked, and then from order to order that is to have one.
 */
const [KEY] = SECTION_KEYS.delivery_window.keys
const PLACE = "[data-delivery-window]"
const NEEDED = "[data-delivery-window=needed]"
const MOVE = "[data-moves-window]"
const OPTION = "[role=option][tabindex='0']"

const DeliveryWindowSection = (props: DrawnProps<AdminDeliverySection>) => (
  <DeliveryTexts>
    <WindowOfOrder {...props} />
  </DeliveryTexts>
)

export default DeliveryWindowSection

/**
 * When the courier comes: the window that the order has, and those that it may
 * have, of which one press takes one.
 */
const WindowOfOrder = ({
  data: delivery,
  taskIds,
  order,
}: DrawnProps<AdminDeliverySection>) => {
  const t = useText()
  const { order_id, booking, reason, wish } = delivery
  const [form, setForm] = useState<"move" | "release" | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const sheet = useRef<Element | null>(null)
  useEffect(() => {
    sheet.current = place.current?.closest("[role=dialog]") ?? null
  }, [])
  const booked = isActive(booking) ? booking : null
  const isNeeded = !booked || reason !== null
  const chooses = isNeeded || form === "move"
  /** What had the focus is gone. */
  const close = () => {
    setForm(null)
    place.current?.focus({ preventScroll: true })
  }
  const goOn = () => {
    const places = [...(sheet.current?.querySelectorAll(PLACE) ?? [])]
    // Each section hears the key; the first one goes on for all.
    if (places[0] === place.current) {
      enterPlace(nextPlace(places, NEEDED))
    }
  }
  useKeys({ [KEY]: goOn }, sheet)
  useSectionEntry("delivery_window", taskIds, () => {
    enterPlace(place.current)
    // Any window will do, which is yet to be said.
    return false
  })
  return (
    <div
      ref={place}
      data-delivery-window={isNeeded ? "needed" : ""}
      tabIndex={-1}
      className="outline-none"
    >
      <Section
        title={t("delivery.title")}
        order={order}
        aside={
          <span className="flex items-center gap-x-3">
            {booking && <BookingStatus status={booking.status} />}
            <Key name={KEY} />
          </span>
        }
      >
        {booked && <BookedWindow booking={booked} warning={delivery.warning} />}
        {wish && (
          <p className="txt-compact-small text-ui-tag-orange-text">
            {t("delivery.wish", {
              time: exactMoment(t, Date.parse(wish.starts_at), wish.time_zone),
            })}
          </p>
        )}
        {form === "release" ? (
          <ReleaseForm orderId={order_id} onClose={close} />
        ) : (
          <>
            {chooses && (
              <ChooseWindow
                delivery={delivery}
                takesFocus={form === "move"}
                isOnCall
                onDone={close}
                onLeave={close}
              />
            )}
            {booked && (
              <div className="flex flex-wrap items-center gap-2">
                {!chooses && (
                  <SmallButton
                    data-moves-window
                    onClick={() => setForm("move")}
                  >
                    {t("delivery.move")}
                  </SmallButton>
                )}
                <SmallButton onClick={() => setForm("release")}>
                  {t("delivery.release")}
                </SmallButton>
                <SendLink orderId={order_id} link={delivery.link} />
              </div>
            )}
          </>
        )}
      </Section>
    </div>
  )
}

/** Focuses its windows; those to move to are shown first. */
function enterPlace(place: Element | null | undefined): void {
  const option = place?.querySelector(OPTION)
  if (option instanceof HTMLElement) {
    option.focus({ preventScroll: true })
    option.scrollIntoView({ block: "center" })
  } else {
    place?.querySelector<HTMLElement>(MOVE)?.click()
  }
}

/** Lets the customer move the window by themselves. */
const SendLink = ({
  orderId,
  link,
}: {
  orderId: string
  link: string | null
}) => {
  const t = useText()
  const writing = useContext(Writing)
  const { mutateAsync, isPending, error } = useDeliveryLink(orderId)
  const draft = writing && draftOf(writing.sheet)
  if (!link) {
    return null
  }
  return (
    <>
      {draft && (
        <SmallButton
          isLoading={isPending}
          onClick={() =>
            void mutateAsync().then(
              ({ subject, message }) =>
                writing.write({ ...draft, subject, text: message }),
              () => undefined
            )
          }
        >
          {t("delivery.sendLink")}
        </SmallButton>
      )}
      <CopyButton text={link} label={t("delivery.link")} />
      {error && (
        <Hint variant="error" role="alert">
          {refusalText(t, error)}
        </Hint>
      )}
    </>
  )
}
