import { Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminUnheardDelivery } from "../../../src/api/admin/delivery-windows/texts/types"
import { useBacklog } from "../../api/delivery-windows"
import { useMinute } from "../../clock/use-now"
import { useText } from "../../i18n/use-text"
import { Key } from "../../keyboard/key"
import { useFocusBack } from "../../keyboard/use-focus-back"
import { useKeys } from "../../keyboard/use-keys"
import { DrawerHeader } from "../../settings/drawer-header"
import { ListSkeleton } from "../../settings/list-skeleton"
import { telLink } from "../../task/contact-link"
import { LoadError } from "../../task/load-error"
import { SmallButton } from "../../task/small-button"
import { Unheard } from "../unheard"
import { dateText, hoursText, lateText } from "../window-text"

const KEY = "b"

/** How many deliveries are over and unreported; leads to which, and what to do. */
export const Backlog = ({
  count,
  onDay,
}: {
  count: number
  onDay: (date: string) => void
}) => {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const focus = useFocusBack()
  const open = () => {
    focus.remember()
    setIsOpen(true)
  }
  useKeys({ [KEY]: open })
  return (
    <>
      <SmallButton
        variant="transparent"
        aria-keyshortcuts={KEY}
        title={t("delivery.board.backlogHint")}
        className="text-ui-tag-orange-text"
        onClick={open}
      >
        {t("delivery.board.backlog", { count })}
        <Key name={KEY} />
      </SmallButton>
      <Drawer open={isOpen} onOpenChange={setIsOpen}>
        <Drawer.Content onCloseAutoFocus={focus.giveBack}>
          <DrawerHeader
            title={t("delivery.board.backlog", { count })}
            hint={t("delivery.board.backlogHint")}
          />
          <Drawer.Body className="overflow-y-auto p-0">
            <List
              onDay={(date) => {
                setIsOpen(false)
                onDay(date)
              }}
            />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer>
    </>
  )
}

const List = ({ onDay }: { onDay: (date: string) => void }) => {
  const t = useText()
  const { data, error, refetch } = useBacklog()
  if (!data) {
    return error ? (
      <LoadError
        title={t("delivery.board.error")}
        reason={error}
        onRetry={() => void refetch()}
      />
    ) : (
      <ListSkeleton />
    )
  }
  const rest = data.count - data.bookings.length
  return (
    <>
      {data.is_unheard && <Unheard />}
      <ul className="list-none divide-y">
        {data.bookings.map((booking) => (
          <Row key={booking.id} booking={booking} onDay={onDay} />
        ))}
      </ul>
      {rest > 0 && (
        <Text size="small" className="text-ui-fg-subtle border-t px-6 py-4">
          {t("delivery.unheard.more", { count: rest })}
        </Text>
      )}
    </>
  )
}

const Row = ({
  booking: { order, order_id, window, expected_at, parcels },
  onDay,
}: {
  booking: AdminUnheardDelivery
  onDay: (date: string) => void
}) => {
  const t = useText()
  const now = useMinute()
  return (
    <li className="txt-compact-small flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {order ? (
          <>
            <bdi dir="ltr" className="text-ui-fg-subtle tabular-nums">
              #{order.display_id}
            </bdi>
            <span dir="auto" className="text-ui-fg-base min-w-0 font-medium">
              {order.name}
            </span>
            {order.phone && (
              <a
                href={telLink(order.phone.replace(/[^+\d]/g, ""))}
                dir="ltr"
                className="text-ui-fg-base focus-visible:shadow-borders-focus ml-auto rounded tabular-nums outline-none hover:underline"
              >
                {order.phone}
              </a>
            )}
          </>
        ) : (
          <span className="text-ui-fg-subtle">
            {t("delivery.unheard.deleted")}
          </span>
        )}
      </div>
      <span className="text-ui-fg-base tabular-nums first-letter:uppercase">
        {`${dateText(t, window.local_date)}, ${hoursText(window)}`}
        {expected_at && (
          <span className="text-ui-tag-red-text">
            {` · ${lateText(t, { expected_at, window }, now)}`}
          </span>
        )}
      </span>
      <span className="text-ui-fg-subtle text-pretty">
        {t(`delivery.unheard.${parcels}`)}
      </span>
      <div className="flex flex-wrap items-center gap-2">
        {order && (
          <SmallButton asChild>
            <Link to={`/orders/${order_id}`}>
              {t("delivery.unheard.order")}
            </Link>
          </SmallButton>
        )}
        <SmallButton
          variant="transparent"
          onClick={() => onDay(window.local_date)}
        >
          {t("delivery.unheard.day")}
        </SmallButton>
      </div>
    </li>
  )
}
