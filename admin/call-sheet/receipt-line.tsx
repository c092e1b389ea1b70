import { CheckCircleSolid } from "@medusajs/icons"
import { useText } from "../i18n/use-text"
import { Key } from "../keyboard/key"
import { SmallButton } from "../task/small-button"
import type { Receipt } from "../task/use-record"

/** What was just done to the previous task, with an undo button. */
export const ReceiptLine = ({
  receipt,
  onUndo,
}: {
  receipt: Receipt | null
  onUndo: () => void
}) => {
  const t = useText()
  return (
    <div
      role="status"
      className="bg-ui-bg-component border-t px-6 empty:hidden max-sm:px-4"
    >
      {receipt && (
        <div className="txt-compact-small text-ui-fg-subtle flex min-h-9 items-center gap-x-2 py-1">
          <CheckCircleSolid
            aria-hidden
            className="text-ui-tag-green-icon shrink-0"
          />
          <span className="min-w-0 flex-1">
            <span className="text-ui-fg-base font-medium">{receipt.title}</span>
            {receipt.text && ` · ${receipt.text}`}
          </span>
          {receipt.takeBack && (
            <SmallButton
              variant="transparent"
              className="-me-2 shrink-0"
              aria-keyshortcuts="u"
              onClick={onUndo}
            >
              {t(receipt.takeBack.label)}
              <Key name="u" />
            </SmallButton>
          )}
        </div>
      )}
    </div>
  )
}
