import { Drawer, Hint } from "@medusajs/ui"
import type {
  AdminBoardBooking,
  AdminBoardWindow,
} from "../../../src/api/admin/delivery-windows/types"
import { useDelivery, useMayOverbook } from "../../api/delivery-windows"
import { useText } from "../../i18n/use-text"
import { refusalText } from "../../refusals/refusal-text"
import { DrawerHeader } from "../../settings/drawer-header"
import { ListSkeleton } from "../../settings/list-skeleton"
import { ChooseWindow } from "../choose-window"
import { ReasonForm } from "../reason-form"
import { hoursText } from "../window-text"

export type Moving = { booking: AdminBoardBooking } & (
  | { window?: undefined; error?: undefined }
  /** It was refused, because this one is full. */
  | { window: AdminBoardWindow; error: unknown }
)

/** Where an order is to go: any open window, or a full one with a reason. */
export const MoveDrawer = ({
  moving,
  isPending,
  onOverbook,
  onClose,
  onClosed,
}: {
  /** Null: closed. */
  moving: Moving | null
  isPending: boolean
  onOverbook: (
    booking: AdminBoardBooking,
    window: AdminBoardWindow,
    reason: string
  ) => void
  onClose: () => void
  /** Where the order is by then, the board knows. */
  onClosed: () => void
}) => {
  const t = useText()
  const mayOverbook = useMayOverbook()
  return (
    <Drawer
      open={moving !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {moving?.booking.order && (
        <Drawer.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <DrawerHeader
            title={t("delivery.board.moveOne", {
              order: `#${moving.booking.order.display_id}`,
            })}
            hint={t("delivery.chooseHint")}
          />
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            {moving.window && (
              <div className="flex flex-col gap-y-3">
                <Hint variant="error" role="alert">
                  {`${hoursText(moving.window)}: ${refusalText(t, moving.error)}`}
                </Hint>
                {mayOverbook && (
                  <ReasonForm
                    label={t("delivery.overbookReason")}
                    verb={t("delivery.overbook")}
                    isPending={isPending}
                    onSubmit={(reason) =>
                      onOverbook(moving.booking, moving.window, reason)
                    }
                  />
                )}
              </div>
            )}
            <Choices
              orderId={moving.booking.order.id}
              takesFocus={!moving.window}
              onDone={onClose}
            />
          </Drawer.Body>
        </Drawer.Content>
      )}
    </Drawer>
  )
}

const Choices = ({
  orderId,
  takesFocus,
  onDone,
}: {
  orderId: string
  takesFocus: boolean
  onDone: () => void
}) => {
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
    <ChooseWindow delivery={data} takesFocus={takesFocus} onDone={onDone} />
  ) : (
    <ListSkeleton />
  )
}
