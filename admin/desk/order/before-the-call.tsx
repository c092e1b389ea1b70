import { ChatBubble, User } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminFollowUpCallSheetOrder } from "../../../src/api/admin/follow-ups/types"
import type { CallSheet } from "../../api/queries"
import { useText } from "../../i18n/use-text"

/**
 * What is read before anything is said: what the customer wrote with the order
 * ("please do not call"), and who the parcel is really for.
 */
export const BeforeTheCall = ({ sheet }: { sheet: CallSheet }) => {
  const t = useText()
  const comments = new Set(
    sheet.tasks.flatMap(({ follow_up }) => follow_up.customer_comment ?? [])
  )
  const recipients = new Set(
    sheet.sections.flatMap(({ section, data }) => {
      // An extension may have named a section of its own so.
      const order = data as Partial<AdminFollowUpCallSheetOrder> | null
      const recipient = section === "order" ? order?.recipient : null
      return recipient?.ordered_by
        ? t("order.recipient", {
            recipient: named(recipient),
            customer: named(recipient.ordered_by),
          })
        : []
    })
  )
  if (comments.size + recipients.size === 0) {
    return null
  }
  return (
    <div className="txt-compact-small text-ui-fg-base flex flex-col gap-y-2 px-6 py-4 max-sm:px-4">
      {[...comments].map((comment) => (
        <Line key={comment} icon={<ChatBubble />} urgent>
          <span>{t("sheet.orderNote")}: </span>
          <span
            dir="auto"
            className="whitespace-pre-wrap break-words font-medium"
          >
            {comment}
          </span>
        </Line>
      ))}
      {[...recipients].map((text) => (
        <Line key={text} icon={<User />}>
          {text}
        </Line>
      ))}
    </div>
  )
}

const Line = ({
  icon,
  urgent = false,
  children,
}: {
  icon: ReactNode
  urgent?: boolean
  children: ReactNode
}) => (
  <p
    className={clx(
      "flex gap-x-2 rounded-md px-3 py-2",
      urgent
        ? "bg-ui-tag-orange-bg text-ui-tag-orange-text"
        : "bg-ui-bg-component"
    )}
  >
    <span aria-hidden className="flex h-5 shrink-0 items-center">
      {icon}
    </span>
    <span className="min-w-0 break-words">{children}</span>
  </p>
)

function named({
  name,
  phone,
}: {
  name: string | null
  phone: string | null
}): string {
  return [name, phone].filter(Boolean).join(", ")
}
