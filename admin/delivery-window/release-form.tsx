import { Hint, Input } from "@medusajs/ui"
import { useState } from "react"
import { useReleaseWindow } from "../api/delivery-windows"
import { Field } from "../call-sheet/field"
import { useText } from "../i18n/use-text"
import { refusalText } from "../refusals/refusal-text"
import { SmallButton } from "../task/small-button"

/** The server's limit. */
const LONGEST_REASON = 500

/** Asks why the order gives up its window. */
export const ReleaseForm = ({
  orderId,
  onClose,
}: {
  orderId: string
  onClose: () => void
}) => {
  const t = useText()
  const [reason, setReason] = useState("")
  const { mutateAsync, isPending, error } = useReleaseWindow(orderId)
  return (
    <form
      className="flex flex-col gap-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        void mutateAsync({ reason: reason.trim() }).then(
          onClose,
          () => undefined
        )
      }}
    >
      <Field
        label={t("delivery.releaseReason")}
        error={error && refusalText(t, error)}
      >
        {(field) => (
          <Input
            {...field}
            size="small"
            autoFocus
            required
            autoComplete="off"
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Hint>{t("delivery.releaseHint")}</Hint>
      <div className="flex flex-wrap gap-2">
        <SmallButton
          type="submit"
          variant="danger"
          disabled={reason.trim() === ""}
          isLoading={isPending}
        >
          {t("delivery.release")}
        </SmallButton>
        <SmallButton onClick={onClose}>{t("forms.back")}</SmallButton>
      </div>
    </form>
  )
}
