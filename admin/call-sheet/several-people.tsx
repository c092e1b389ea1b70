import { DropdownMenu, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import type {
  AdminFollowUpSharedContactResponse,
  AdminShareFollowUpContact,
} from "../../src/api/admin/follow-ups/types"
import { change } from "../api/client"
import type { FollowUp } from "../api/follow-up"
import { refetchTasks } from "../api/queries"
import { refusalText } from "../refusals/refusal-text"
import { useText } from "../i18n/use-text"
import { SmallButton } from "../task/small-button"
import { toastRefusal } from "../task/use-record"

/**
 * For a number or an address that several people use, as in an office: what it
 * alone has joined comes apart.
 */
export const SeveralPeople = ({ task }: { task: FollowUp }) => {
  const t = useText()
  const client = useQueryClient()
  const send = async (contact: AdminShareFollowUpContact) => {
    try {
      await change<AdminFollowUpSharedContactResponse>(
        "/shared-contacts",
        contact
      )
    } catch (error) {
      toastRefusal(t, refusalText(t, error))
      return
    }
    refetchTasks(client)
    toast.success(
      t(contact.is_shared ? "several.done" : "several.undone", {
        contact: contact.value,
      }),
      {
        dismissable: false,
        ...(contact.is_shared && {
          action: {
            label: t("done.undo"),
            altText: t("done.undo"),
            onClick: () => void send({ ...contact, is_shared: false }),
          },
        }),
      }
    )
  }
  const contacts = [
    { kind: "phone", value: task.phone_e164 },
    { kind: "email", value: task.email },
  ] as const
  return (
    <DropdownMenu modal={false}>
      <DropdownMenu.Trigger asChild>
        <SmallButton variant="transparent" className="text-ui-fg-subtle">
          {t("several.notOne")}
        </SmallButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        {contacts.map(
          ({ kind, value }) =>
            value !== null && (
              <DropdownMenu.Item
                key={kind}
                onSelect={() => void send({ kind, value, is_shared: true })}
              >
                <span dir="auto">{t("several.uses", { contact: value })}</span>
              </DropdownMenu.Item>
            )
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
