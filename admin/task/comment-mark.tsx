import { ChatBubble } from "@medusajs/icons"
import type { FollowUp } from "../api/follow-up"
import { useText } from "../i18n/use-text"

/** The customer wrote something with the order, such as "do not call". */
export const CommentMark = ({ task }: { task: FollowUp }) => {
  const t = useText()
  return task.customer_comment === null ? null : (
    <span
      role="img"
      aria-label={`${t("sheet.orderNote")}: ${task.customer_comment}`}
      title={task.customer_comment}
      className="text-ui-tag-orange-icon shrink-0"
    >
      <ChatBubble />
    </span>
  )
}
