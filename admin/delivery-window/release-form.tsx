import { useReleaseWindow } from "../api/delivery-windows"
import { useText } from "../i18n/use-text"
import { ReasonForm } from "./reason-form"

/** Asks why the order gives up its window. */
export const ReleaseForm = ({
  orderId,
  onClose,
}: {
  orderId: string
  onClose: () => void
}) => {
  const t = useText()
  const { mutateAsync, isPending, error } = useReleaseWindow(orderId)
  return (
    <ReasonForm
      label={t("delivery.releaseReason")}
      hint={t("delivery.releaseHint")}
      verb={t("delivery.release")}
      error={error}
      isPending={isPending}
      onSubmit={(reason) =>
        void mutateAsync({ reason }).then(onClose, () => undefined)
      }
      onClose={onClose}
    />
  )
}
