import { Avatar } from "@medusajs/ui"
import type { AdminFollowUpPerson } from "../../src/api/admin/follow-ups/types"
import { useMyId } from "../api/queries"
import { useText } from "../i18n/use-text"

/** A task's assignee. */
export const Assignee = ({ person }: { person: AdminFollowUpPerson }) => {
  const t = useText()
  const isMe = useMyId() === person.id
  return (
    <span className="flex min-w-0 items-center gap-x-2" title={person.name}>
      <Avatar
        aria-hidden
        size="2xsmall"
        fallback={person.name.charAt(0).toUpperCase()}
      />
      <span className="truncate">{isMe ? t("task.you") : person.name}</span>
    </span>
  )
}
