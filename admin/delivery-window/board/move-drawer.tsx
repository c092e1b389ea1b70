import { Drawer, Hint } from "@medusajs/ui"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
  AdminOpenDeliveryWindow,
} from "../../../src/api/admin/delivery-windows/types"
import { useDelivery } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { DrawerHeader } from "../../settings/drawer-header"
import { ListSkeleton } from "../../settings/list-skeleton"
import { ChooseWindow } from "../choose-window"
import WhoAgreed from "../who-agreed"

type Pick = (window: AdminOpenDeliveryWindow, overbook_reason?: string) => void

export type Moving = {
  booking: AdminBoardBooking
  from: AdminBoardWindow
  /** Undefined until it is chosen. */
  to?: AdminBoardWindow | AdminOpenDeliveryWindow
  /** Why, if a full one was chosen. */
  overbook_reason?: string
}

/** Where an order is to go, and then who agreed to that. */
const MoveDrawer = ({
  moving,
  onPick,
  onMoved,
  onClose,
  onClosed,
}: {
  /** Null: closed. */
  moving: Moving | null
  onPick: Pick
  onMoved: (undo: () => Promise<boolean>) => void
  onClose: () => void
  /** Where the order is by then, the board knows. */
  onClosed: () => void
}) => {
  const t = useText()
  const order = moving?.booking.order
  return (
    <Drawer
      open={moving !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {moving && order && (
        <Drawer.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <DrawerHeader
            title={t("delivery.board.moveOne", {
              order: `#${order.display_id}`,
            })}
            hint={t("delivery.moveHint")}
          />
          <Drawer.Body className="overflow-y-auto">
            {moving.to ? (
              <WhoAgreed
                move={{
                  order_id: order.id,
                  order: `#${order.display_id}`,
                  from: {
                    ...moving.from,
                    overbooked_reason: moving.booking.overbooked_reason,
                    expected_at: moving.booking.expected_at,
                  },
                  to: moving.to,
                  overbook_reason: moving.overbook_reason,
                }}
                onMoved={onMoved}
                onClose={onClose}
              />
            ) : (
              <Choices orderId={order.id} onPick={onPick} />
            )}
          </Drawer.Body>
        </Drawer.Content>
      )}
    </Drawer>
  )
}

export default MoveDrawer

const Choices = ({ orderId, onPick }: { orderId: string; onPick: Pick }) => {
  const t = useText()
  const { data, error } = useDelivery(orderId)
  if (error) {
    return (
      <Hint variant="error" role="alert">
        {refusalText(t, error)}
      </Hint>
    )
  }
  return data ? (
    <ChooseWindow delivery={data} takesFocus onPick={onPick} />
  ) : (
    <ListSkeleton />
  )
}
